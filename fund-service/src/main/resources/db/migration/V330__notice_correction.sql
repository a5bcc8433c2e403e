-- A corrected notice names the one it replaces, whose open filings go on in it with a clock of their own. The row of the
-- replaced notice says so too, so that whoever waits for its lock sees it.
ALTER TABLE notice
  ADD COLUMN replaces    VARCHAR(26) COLLATE utf8mb4_bin NULL COMMENT 'the notice that this one corrects',
  ADD COLUMN replaced_by VARCHAR(26) COLLATE utf8mb4_bin NULL COMMENT 'the notice that corrects this one',
  ADD COLUMN correction  VARCHAR(500) NULL COMMENT 'why it replaces the other, public',
  ADD UNIQUE KEY notice_replaces (replaces) COMMENT 'a notice is corrected once: the insert of its correction',
  ADD UNIQUE KEY notice_replaced_by (replaced_by) COMMENT 'a correction replaces one notice: the update of that one',
  ADD CONSTRAINT notice_replaces_notice FOREIGN KEY (replaces) REFERENCES notice (id),
  ADD CONSTRAINT notice_replaced_by_notice FOREIGN KEY (replaced_by) REFERENCES notice (id),
  ADD CONSTRAINT notice_correction CHECK ((replaces IS NULL) = (correction IS NULL));

ALTER TABLE notice_filing
  DROP CONSTRAINT notice_filing_outcome,
  ADD CONSTRAINT notice_filing_outcome CHECK (outcome IN ('OPEN', 'CONFIRMED', 'REJECTED', 'REPLACED'));

-- An objection is admitted only after the officer who screens it has reached its author at the contact given.
ALTER TABLE objection
  ADD COLUMN contact_checked BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'said by the officer who screened it',
  ADD KEY objection_author (notice_id, contact, state) COMMENT 'open objections of one author to a filing: receiving another';
