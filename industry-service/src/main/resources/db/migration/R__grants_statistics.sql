-- Statistics: what is published is only ever added to.
GRANT SELECT, UPDATE ON report_round TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON statistic_vintage TO ${runtime};
GRANT SELECT, INSERT ON statistic_place TO ${runtime};
GRANT SELECT, INSERT ON statistic_cell TO ${runtime};
GRANT SELECT, INSERT ON statistic_concentration TO ${runtime};
