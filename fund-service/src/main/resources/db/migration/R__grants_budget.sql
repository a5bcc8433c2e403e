-- The runtime user of budget years and revisions: a year's rows are added, never removed.
GRANT SELECT, INSERT, UPDATE ON line_balance TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON budget_revision TO ${runtime};
