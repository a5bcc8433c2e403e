GRANT SELECT, INSERT, UPDATE ON note TO ${runtime};
GRANT SELECT, INSERT ON journal TO ${runtime};
