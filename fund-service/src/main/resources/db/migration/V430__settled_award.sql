-- A final account may settle an award below what was paid of it: the surplus is claimed back, paid stays gross.
ALTER TABLE award DROP CONSTRAINT award_paid;
ALTER TABLE award ADD CONSTRAINT award_paid_gross CHECK (paid >= 0 AND amount >= 0);
