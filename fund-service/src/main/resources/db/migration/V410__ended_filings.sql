CREATE INDEX filing_ended ON filing (state, moved_at) COMMENT 'ended filings past their time: GET /retention/due, erase';
