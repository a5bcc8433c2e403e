CREATE TABLE filing_call (
  id           VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  item_code    VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  year         INT         NOT NULL,
  opens_on     DATE        NOT NULL,
  closes_on    DATE        NOT NULL,
  closed       BOOLEAN     NOT NULL DEFAULT FALSE,
  illustrative BOOLEAN     NOT NULL,
  item         LONGTEXT    NOT NULL COMMENT 'the item as it was, JSON',
  KEY filing_call_item (item_code, opens_on) COMMENT 'the call of an item: POST /filings, GET /calls?item=',
  CONSTRAINT filing_call_window CHECK (closes_on >= opens_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
