-- A gate whose neighbour did not answer: the step was rolled back, the filing waits and says so.
ALTER TABLE filing
  ADD COLUMN waiting_for   VARCHAR(40) COLLATE utf8mb4_bin NULL COMMENT 'the service that did not answer',
  ADD COLUMN waiting_step  VARCHAR(20) COLLATE utf8mb4_bin NULL COMMENT 'APPLY or PAY',
  ADD COLUMN waiting_since DATETIME(6) NULL;
