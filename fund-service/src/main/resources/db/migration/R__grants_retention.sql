-- Retention reads its kinds; what it erases is granted with the tables that hold it.
GRANT SELECT ON retention_kind TO ${runtime};
GRANT SELECT, INSERT ON erasure TO ${runtime};
