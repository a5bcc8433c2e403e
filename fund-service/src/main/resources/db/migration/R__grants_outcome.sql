-- A score is never taken away.
GRANT SELECT, INSERT, UPDATE ON evaluation TO ${runtime};
