-- The runtime user's rights on imports, table by table. What was handed in is never forgotten; its contents may be.
GRANT SELECT, INSERT, UPDATE ON register_import TO ${runtime};
GRANT SELECT, INSERT, DELETE ON import_part TO ${runtime};
