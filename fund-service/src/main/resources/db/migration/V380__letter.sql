CREATE TABLE letter (
  id        VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  number    VARCHAR(40) NOT NULL,
  kind      VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
  word      VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'of its number',
  year      INT         NOT NULL,
  serial    INT         NOT NULL,
  filing_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  issued_on DATE        NOT NULL,
  content   LONGTEXT    NOT NULL COMMENT 'what it says of its case on that day, JSON',
  UNIQUE KEY letter_number (word, year, serial) COMMENT 'numbers without gaps or doubles: Letters.issue',
  KEY letter_filing (filing_id, id) COMMENT 'the letters of a filing: GET /filings/{id}/letters',
  CONSTRAINT letter_case FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE letter_serial (
  word VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
  year INT         NOT NULL,
  last INT         NOT NULL,
  PRIMARY KEY (word, year)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
