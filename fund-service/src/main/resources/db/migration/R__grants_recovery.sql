-- Receipts, dunnings, signatures and bans are added and never changed.
GRANT SELECT, INSERT, UPDATE ON recovery TO ${runtime};
GRANT SELECT, INSERT ON recovery_dunning TO ${runtime};
GRANT SELECT, INSERT ON recovery_receipt TO ${runtime};
GRANT SELECT, INSERT ON recovery_signature TO ${runtime};
GRANT SELECT, INSERT ON ban TO ${runtime};
GRANT SELECT, INSERT ON ban_lift TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON recovery_offset TO ${runtime};
