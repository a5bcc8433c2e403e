-- The runtime user's rights on the register's history: names, endings and addresses are only ever added to.
GRANT SELECT, INSERT ON former_name TO ${runtime};
GRANT SELECT, INSERT ON closure TO ${runtime};
GRANT SELECT, INSERT ON enterprise_address TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON project_month TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON project_member TO ${runtime};
