-- A contract, a certificate and a booth are numbered by whoever issues them: their numbers are one enterprise's own, and the
-- same number of another enterprise is told to the officers.
ALTER TABLE fingerprint
  ADD COLUMN number VARCHAR(120) COLLATE utf8mb4_bin NULL COMMENT 'as numbered by an issuer that the form does not ask for';
CREATE INDEX fingerprint_number ON fingerprint (kind, number) COMMENT 'the same number elsewhere: Fingerprints.elsewhere';
UPDATE fingerprint SET number = reference WHERE kind IN ('CONTRACT', 'CERTIFICATE', 'BOOTH');
UPDATE fingerprint p JOIN filing f ON f.id = p.filing_id
  SET p.reference = CONCAT(f.credit_code, '/', p.number) WHERE p.kind IN ('CONTRACT', 'CERTIFICATE', 'BOOTH');
