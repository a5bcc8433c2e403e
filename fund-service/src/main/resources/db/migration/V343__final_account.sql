CREATE TABLE final_account (
  filing_id    VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  amount       BIGINT       NOT NULL,
  basis        VARCHAR(500) NOT NULL COMMENT 'the report that shows it',
  proposed_by  VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  proposed_at  DATETIME(6)  NOT NULL,
  confirmed_by VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  confirmed_at DATETIME(6)  NULL,
  CONSTRAINT final_account_filing FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT final_account_amount CHECK (amount >= 0),
  CONSTRAINT final_account_persons CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
