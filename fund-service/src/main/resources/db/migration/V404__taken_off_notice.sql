-- A correction may take a filing off the notice; it goes back to where it was before, with what is reserved for it.
ALTER TABLE notice_filing
  DROP CONSTRAINT notice_filing_outcome,
  ADD CONSTRAINT notice_filing_outcome CHECK (outcome IN ('OPEN', 'CONFIRMED', 'REJECTED', 'REPLACED', 'TAKEN_OFF'));
