-- A made batch can be withdrawn; a released one has its files, written once; PAID is confirmed by the bank's statement.
ALTER TABLE payment_batch DROP CONSTRAINT payment_batch_state;
ALTER TABLE payment_batch ADD COLUMN withdrawn_at DATETIME(6) NULL;
ALTER TABLE payment_batch ADD COLUMN withdrawn_reason VARCHAR(200) NULL;
ALTER TABLE payment_batch
  ADD CONSTRAINT payment_batch_state CHECK (state IN ('MADE', 'RELEASED', 'SENT', 'WITHDRAWN'));

ALTER TABLE payment DROP CONSTRAINT payment_state;
ALTER TABLE payment ADD CONSTRAINT payment_state
  CHECK (state IN ('IN_BATCH', 'SENT', 'PAID', 'FAILED', 'RECONCILED', 'WITHDRAWN'));

ALTER TABLE instalment DROP CONSTRAINT instalment_states;
ALTER TABLE instalment ADD CONSTRAINT instalment_states
  CHECK (state IN ('PLANNED', 'REQUESTED', 'IN_BATCH', 'SENT', 'PAID', 'FAILED', 'RECONCILED', 'CANCELLED'));

CREATE TABLE batch_file (
  batch_id   VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  kind       VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'the adapter that wrote it',
  sha256     CHAR(64)    COLLATE utf8mb4_bin NOT NULL COMMENT 'of the file as it is sent',
  body       MEDIUMBLOB  NOT NULL COMMENT 'the file, encrypted; the key is outside the database',
  written_at DATETIME(6) NOT NULL,
  PRIMARY KEY (batch_id, kind),
  CONSTRAINT batch_file_batch FOREIGN KEY (batch_id) REFERENCES payment_batch (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE account_repair (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  instalment_id VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  at            DATETIME(6)  NOT NULL,
  person        VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  reason        VARCHAR(200) NULL COMMENT 'what the bank said when it sent the money back',
  old_holder    VARCHAR(200) NOT NULL,
  old_tail      VARCHAR(4)   NOT NULL,
  old_bank      VARCHAR(200) NOT NULL,
  new_holder    VARCHAR(200) NOT NULL,
  new_tail      VARCHAR(4)   NOT NULL,
  new_bank      VARCHAR(200) NOT NULL,
  same_number   BOOLEAN      NOT NULL COMMENT 'whether the whole number stayed',
  checked_by    VARCHAR(80)  COLLATE utf8mb4_bin NULL COMMENT 'who released the batch it was paid with',
  checked_at    DATETIME(6)  NULL,
  KEY account_repair_of (instalment_id, id) COMMENT 'the trail of one instalment: GET /filings/{id}/instalments',
  CONSTRAINT account_repair_instalment FOREIGN KEY (instalment_id) REFERENCES instalment (id),
  CONSTRAINT account_repair_persons CHECK (checked_by IS NULL OR checked_by <> person)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
CREATE INDEX posting_day ON posting (booked_on) COMMENT 'postings of a day: GET /reconciliation';
