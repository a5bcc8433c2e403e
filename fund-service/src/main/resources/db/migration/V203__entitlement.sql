-- 免申即享: what became of each enterprise of a confirmed list. One row for each, whoever pulls and however often.
CREATE TABLE entitlement_pull (
  run_id      VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL COMMENT 'policy-service''s list',
  credit_code VARCHAR(18)  COLLATE utf8mb4_bin NOT NULL,
  name        VARCHAR(200) NOT NULL,
  amount      BIGINT       NOT NULL COMMENT 'as confirmed',
  filing_id   VARCHAR(26)  COLLATE utf8mb4_bin NULL COMMENT 'the filing that was opened',
  skipped     VARCHAR(30)  COLLATE utf8mb4_bin NULL COMMENT 'why none was opened',
  other       VARCHAR(20)  COLLATE utf8mb4_bin NULL COMMENT 'the number of the filing that stands in the way',
  pulled_by   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  pulled_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (run_id, credit_code),
  UNIQUE KEY entitlement_pull_filing (filing_id) COMMENT 'the list that a filing came from: GET /filings/{id}',
  CONSTRAINT entitlement_pull_case FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT entitlement_pull_amount CHECK (amount > 0),
  CONSTRAINT entitlement_pull_outcome CHECK ((filing_id IS NULL) <> (skipped IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE confirmed_account (
  filing_id    VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  holder       VARCHAR(200) NOT NULL,
  number_lock  VARBINARY(200) NOT NULL COMMENT 'the account number, encrypted for this filing; the key is outside the database',
  number_tail  VARCHAR(4)   NOT NULL,
  bank         VARCHAR(200) NOT NULL,
  cnaps        VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
  confirmed_by VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  confirmed_at DATETIME(6)  NOT NULL,
  CONSTRAINT confirmed_account_case FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
