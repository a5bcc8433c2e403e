CREATE TABLE letter (
  id        VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  number    VARCHAR(40) NOT NULL,
  kind      VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  year      INT         NOT NULL,
  serial    INT         NOT NULL,
  filing_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  issued_on DATE        NOT NULL,
  content   LONGTEXT    NOT NULL COMMENT 'what it says of its case on that day, JSON',
  UNIQUE KEY letter_number (kind, year, serial) COMMENT 'numbers without gaps or doubles: Letters.issue',
  KEY letter_filing (filing_id, id) COMMENT 'the letters of a filing: GET /filings/{id}/letters',
  CONSTRAINT letter_case FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE letter_serial (
  kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  year INT         NOT NULL,
  last INT         NOT NULL,
  PRIMARY KEY (kind, year)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
