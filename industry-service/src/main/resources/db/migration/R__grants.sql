-- The runtime user's rights, table by table. Facts, awards and reports are only ever added to.
GRANT SELECT, INSERT, UPDATE ON enterprise TO ${runtime};
GRANT SELECT, UPDATE ON change_sequence TO ${runtime};
GRANT SELECT, INSERT ON fact TO ${runtime};
GRANT SELECT, INSERT ON award TO ${runtime};
GRANT SELECT, UPDATE ON first_load TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON project TO ${runtime};
GRANT SELECT, INSERT ON report TO ${runtime};
