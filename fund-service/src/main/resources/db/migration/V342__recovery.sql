CREATE TABLE recovery (
  id           VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  serial       BIGINT      NOT NULL AUTO_INCREMENT,
  year         INT         NOT NULL,
  filing_id    VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  credit_code  VARCHAR(18) COLLATE utf8mb4_bin NOT NULL,
  state        VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  version      BIGINT      NOT NULL DEFAULT 1,
  ground       VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
  reason       VARCHAR(1000) NOT NULL,
  demanded     BIGINT      NOT NULL,
  amount       BIGINT      NOT NULL COMMENT 'what is claimed now: as demanded, as ordered after the hearing',
  repaid       BIGINT      NOT NULL DEFAULT 0,
  offset_sum   BIGINT      NOT NULL DEFAULT 0,
  written_off  BIGINT      NOT NULL DEFAULT 0,
  calendar     VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'the calendar that its days are counted by',
  demanded_on  DATE        NOT NULL,
  demanded_by  VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  heard_until  DATE        NOT NULL COMMENT 'the last day for the enterprise''s statement',
  statement    VARCHAR(4000) NULL COMMENT 'what the enterprise says',
  stated_on    DATE        NULL,
  stated_by    VARCHAR(80) COLLATE utf8mb4_bin NULL,
  decided_on   DATE        NULL,
  decided_by   VARCHAR(80) COLLATE utf8mb4_bin NULL,
  decision     VARCHAR(1000) NULL COMMENT 'why it was ordered or dropped after the hearing',
  due_on       DATE        NULL,
  closed_on    DATE        NULL,
  UNIQUE KEY recovery_serial (serial),
  KEY recovery_of_filing (filing_id) COMMENT 'what is claimed back of one filing: Recoveries.openOn',
  KEY recovery_of_enterprise (credit_code, state) COMMENT 'open recoveries of an enterprise: the gate; GET /recoveries',
  KEY recovery_due (state, due_on) COMMENT 'by due date: GET /recoveries',
  CONSTRAINT recovery_filing FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT recovery_state CHECK (state IN ('DEMANDED', 'ORDERED', 'SETTLED', 'WRITTEN_OFF', 'DROPPED')),
  CONSTRAINT recovery_amounts CHECK (demanded > 0 AND amount > 0 AND amount <= demanded AND repaid >= 0
    AND offset_sum >= 0 AND written_off >= 0 AND repaid + offset_sum + written_off <= amount),
  CONSTRAINT recovery_settled CHECK (state <> 'SETTLED' OR repaid + offset_sum = amount),
  CONSTRAINT recovery_persons CHECK (decided_by IS NULL OR decided_by <> demanded_by)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE recovery_dunning (
  recovery_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  position    INT         NOT NULL,
  dunned_on   DATE        NOT NULL,
  due_on      DATE        NOT NULL,
  person      VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (recovery_id, position),
  CONSTRAINT recovery_dunning_of FOREIGN KEY (recovery_id) REFERENCES recovery (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE recovery_receipt (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recovery_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  kind        VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
  amount      BIGINT      NOT NULL,
  reference   VARCHAR(40) COLLATE utf8mb4_bin NOT NULL COMMENT 'the bank''s reference, or the instalment it was taken from',
  received_on DATE        NOT NULL,
  booked_at   DATETIME(6) NOT NULL,
  booked_by   VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  UNIQUE KEY recovery_receipt_once (kind, reference) COMMENT 'money that came in is booked once',
  KEY recovery_receipt_of (recovery_id, id) COMMENT 'what came in of one recovery: GET /recoveries/{id}',
  CONSTRAINT recovery_receipt_recovery FOREIGN KEY (recovery_id) REFERENCES recovery (id),
  CONSTRAINT recovery_receipt_amount CHECK (amount > 0),
  CONSTRAINT recovery_receipt_kind CHECK (kind IN ('REPAID', 'OFFSET'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE recovery_signature (
  recovery_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  person      VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  signed_at   DATETIME(6) NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  PRIMARY KEY (recovery_id, person) COMMENT 'several signatures are several persons',
  CONSTRAINT recovery_signature_of FOREIGN KEY (recovery_id) REFERENCES recovery (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE ban (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  credit_code VARCHAR(18) COLLATE utf8mb4_bin NOT NULL,
  recovery_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  from_on     DATE        NOT NULL,
  until_on    DATE        NOT NULL COMMENT 'the last day',
  reason      VARCHAR(1000) NOT NULL,
  person      VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  ordered_at  DATETIME(6) NOT NULL,
  KEY ban_of (credit_code, until_on) COMMENT 'bans of an enterprise at a date: the gate',
  CONSTRAINT ban_recovery FOREIGN KEY (recovery_id) REFERENCES recovery (id),
  CONSTRAINT ban_days CHECK (until_on > from_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What industry-service is told of recoveries leaves by the same outbox, in the order of each enterprise.
ALTER TABLE award_outbox ADD COLUMN kind VARCHAR(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'AWARD';
