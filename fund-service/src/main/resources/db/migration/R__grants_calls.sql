-- The runtime user of mandates: given and ended, never deleted.
GRANT SELECT, INSERT, UPDATE ON mandate TO ${runtime};
