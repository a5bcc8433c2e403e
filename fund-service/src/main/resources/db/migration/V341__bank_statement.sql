CREATE TABLE bank_statement (
  id           VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  statement_id VARCHAR(35) COLLATE utf8mb4_bin NOT NULL COMMENT 'the bank''s name for it',
  account_tail VARCHAR(4)  COLLATE utf8mb4_bin NOT NULL,
  sha256       CHAR(64)    COLLATE utf8mb4_bin NOT NULL COMMENT 'of what it says',
  opening      BIGINT      NULL,
  closing      BIGINT      NULL,
  count        INT         NOT NULL,
  pending      INT         NOT NULL,
  loaded_at    DATETIME(6) NOT NULL,
  loaded_by    VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  UNIQUE KEY bank_statement_once (statement_id) COMMENT 'a statement changes the books once: LoadStatement',
  KEY bank_statement_newest (loaded_at, id) COMMENT 'newest first: GET /bank-statements'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE bank_line (
  statement     VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  position      INT         NOT NULL,
  end_to_end_id VARCHAR(35) COLLATE utf8mb4_bin NULL,
  reference     VARCHAR(35) COLLATE utf8mb4_bin NULL COMMENT 'the bank''s own',
  incoming      BOOLEAN     NOT NULL,
  amount        BIGINT      NOT NULL,
  currency      VARCHAR(3)  COLLATE utf8mb4_bin NOT NULL,
  booked_on     DATE        NOT NULL,
  reason        VARCHAR(200) NULL,
  text          VARCHAR(200) NULL,
  effect        VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (statement, position),
  KEY bank_line_day (booked_on) COMMENT 'what the bank booked on a day: GET /reconciliation',
  KEY bank_line_payment (end_to_end_id) COMMENT 'what the bank booked of a payment: GET /reconciliation',
  KEY bank_line_reference (reference) COMMENT 'the same movement told twice: LoadStatement; repayments: GET /reconciliation',
  CONSTRAINT bank_line_statement FOREIGN KEY (statement) REFERENCES bank_statement (id),
  CONSTRAINT bank_line_amount CHECK (amount > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
