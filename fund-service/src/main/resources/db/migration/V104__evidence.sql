CREATE TABLE evidence (
  filing_id   VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  name        VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  code        VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  size        BIGINT       NOT NULL,
  sha256      CHAR(64)     COLLATE utf8mb4_bin NOT NULL,
  type        VARCHAR(60)  NOT NULL,
  stored_as   VARCHAR(60)  COLLATE utf8mb4_bin NOT NULL,
  uploaded_by VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  uploaded_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (filing_id, name),
  KEY evidence_hash (sha256) COMMENT 'a file seen before: PUT evidence',
  CONSTRAINT evidence_filing FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
