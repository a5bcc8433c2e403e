-- An award can be taken back before any of it was paid.
ALTER TABLE award DROP CONSTRAINT award_state;
ALTER TABLE award ADD CONSTRAINT award_state CHECK (state IN ('COMMITTED', 'PAID', 'RECOVERED', 'REVOKED'));
