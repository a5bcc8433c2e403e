-- The runtime user may add to the audit trail, never change it.
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON audit_head TO ${runtime};
GRANT SELECT, INSERT ON audit_record TO ${runtime};
GRANT SELECT, INSERT ON audit_root TO ${runtime};
GRANT SELECT, INSERT ON audit_root_head TO ${runtime};
