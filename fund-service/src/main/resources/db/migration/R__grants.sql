-- The runtime user may add to the ledger and to the history, never change them.
GRANT SELECT, INSERT ON posting TO ${runtime};
GRANT SELECT, INSERT ON entry TO ${runtime};
GRANT SELECT, UPDATE ON line_balance TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON filing_balance TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON filing TO ${runtime};
GRANT SELECT, INSERT ON filing_step TO ${runtime};
GRANT SELECT, INSERT ON filing_assessment TO ${runtime};
GRANT SELECT, INSERT ON decision TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON filing_call TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON claim_line TO ${runtime};
GRANT SELECT, INSERT, DELETE ON fingerprint TO ${runtime};
GRANT SELECT, INSERT, DELETE ON evidence TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON enterprise_year TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON expert TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON expert_draw TO ${runtime};
GRANT SELECT, INSERT ON entitlement_pull TO ${runtime};
GRANT SELECT, INSERT, UPDATE (number_lock) ON confirmed_account TO ${runtime};
