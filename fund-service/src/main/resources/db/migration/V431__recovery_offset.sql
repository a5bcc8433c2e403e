-- An offset is proposed by the payer and booked when another person has confirmed it; a proposal is replaced until then.
CREATE TABLE recovery_offset (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recovery_id   VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  instalment_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  amount        BIGINT      NOT NULL,
  proposed_by   VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  proposed_at   DATETIME(6) NOT NULL,
  confirmed_by  VARCHAR(80) COLLATE utf8mb4_bin NULL,
  confirmed_at  DATETIME(6) NULL,
  KEY recovery_offset_of (recovery_id, id) COMMENT 'the proposal that waits: GET /recoveries/{id}, POST /recoveries/{id}/offset/confirm',
  CONSTRAINT recovery_offset_recovery FOREIGN KEY (recovery_id) REFERENCES recovery (id),
  CONSTRAINT recovery_offset_instalment FOREIGN KEY (instalment_id) REFERENCES instalment (id),
  CONSTRAINT recovery_offset_amount CHECK (amount > 0),
  CONSTRAINT recovery_offset_persons CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
