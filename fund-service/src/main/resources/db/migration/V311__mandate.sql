-- Who may act for an enterprise. A row is never changed but for its end.
CREATE TABLE mandate (
  id          VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  credit_code VARCHAR(18)  COLLATE utf8mb4_bin NOT NULL,
  username    VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  name        VARCHAR(100) NOT NULL,
  role        VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  may         VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'rights, JSON',
  from_day    DATE         NOT NULL,
  to_day      DATE         NULL COMMENT 'its last day',
  given_by    VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  given_at    DATETIME(6)  NOT NULL,
  ended_at    DATETIME(6)  NULL,
  ended_by    VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  KEY mandate_person (credit_code, username) COMMENT 'whether somebody may act for an enterprise: every move of an enterprise, GET /mandates',
  CONSTRAINT mandate_role CHECK (role IN ('LEGAL_REPRESENTATIVE', 'CLERK')),
  CONSTRAINT mandate_days CHECK (to_day IS NULL OR to_day >= from_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
