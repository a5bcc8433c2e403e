-- A letter that was issued is never changed nor taken away.
GRANT SELECT, INSERT ON letter TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON letter_addressee TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON letter_serial TO ${runtime};
