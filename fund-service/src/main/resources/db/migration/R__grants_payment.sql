-- The runtime user of notices, payments and awards. A payment's row is never deleted; a sent award message is.
GRANT SELECT, INSERT, UPDATE ON notice TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON notice_filing TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON objection TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON instalment TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON payment_batch TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON payment TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON award TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON award_outbox TO ${runtime};
-- Of a file nothing changes but the key that locks it.
GRANT SELECT, INSERT, UPDATE (body) ON batch_file TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON account_repair TO ${runtime};
GRANT SELECT, INSERT ON bank_statement TO ${runtime};
-- Of a line only what it did changes, when it is matched again.
GRANT SELECT, INSERT, UPDATE (effect) ON bank_line TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON final_account TO ${runtime};
