GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO ${runtime};
GRANT SELECT, INSERT ON second_factor_record TO ${runtime};
