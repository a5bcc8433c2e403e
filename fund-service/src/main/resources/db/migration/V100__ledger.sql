-- Money is integer fen. The balance rows are derived from the entries and checked against them by the verification.
CREATE TABLE line_balance (
  line        VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  position    INT          NOT NULL,
  budget_year INT          NOT NULL,
  source      VARCHAR(100) NOT NULL COMMENT 'where the money comes from',
  document    VARCHAR(60)  NOT NULL COMMENT 'the number of the budget document (指标文号)',
  budget      BIGINT       NOT NULL DEFAULT 0,
  available   BIGINT       NOT NULL DEFAULT 0,
  reserved    BIGINT       NOT NULL DEFAULT 0,
  committed   BIGINT       NOT NULL DEFAULT 0,
  in_transit  BIGINT       NOT NULL DEFAULT 0,
  paid        BIGINT       NOT NULL DEFAULT 0,
  treasury    BIGINT       NOT NULL DEFAULT 0,
  recovered   BIGINT       NOT NULL DEFAULT 0,
  version     BIGINT       NOT NULL DEFAULT 0,
  CONSTRAINT line_budget     CHECK (budget <= 0),
  CONSTRAINT line_available  CHECK (available >= 0),
  CONSTRAINT line_reserved   CHECK (reserved >= 0),
  CONSTRAINT line_committed  CHECK (committed >= 0),
  CONSTRAINT line_in_transit CHECK (in_transit >= 0),
  CONSTRAINT line_paid       CHECK (paid >= 0),
  CONSTRAINT line_recovered  CHECK (recovered >= 0 AND recovered <= paid),
  CONSTRAINT line_balanced   CHECK (budget + available + reserved + committed + in_transit + paid = 0),
  CONSTRAINT line_recovery   CHECK (treasury + recovered = 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE filing_balance (
  filing_id   VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  line        VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
  reserved    BIGINT      NOT NULL DEFAULT 0,
  committed   BIGINT      NOT NULL DEFAULT 0,
  in_transit  BIGINT      NOT NULL DEFAULT 0,
  paid        BIGINT      NOT NULL DEFAULT 0,
  treasury    BIGINT      NOT NULL DEFAULT 0,
  recovered   BIGINT      NOT NULL DEFAULT 0,
  CONSTRAINT filing_reserved   CHECK (reserved >= 0),
  CONSTRAINT filing_committed  CHECK (committed >= 0),
  CONSTRAINT filing_in_transit CHECK (in_transit >= 0),
  CONSTRAINT filing_paid       CHECK (paid >= 0),
  CONSTRAINT filing_recovered  CHECK (recovered >= 0 AND recovered <= paid),
  CONSTRAINT filing_recovery   CHECK (treasury + recovered = 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE posting (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  posted_at   DATETIME(6)  NOT NULL,
  booked_on   DATE         NOT NULL,
  line        VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  budget_year INT          NOT NULL,
  source      VARCHAR(100) NOT NULL,
  document    VARCHAR(60)  NOT NULL,
  step        VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  reference   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  filing_id   VARCHAR(26)  COLLATE utf8mb4_bin NULL,
  person      VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  UNIQUE KEY posting_once (step, reference) COMMENT 'a step posts once: Postings.write',
  KEY posting_filing (filing_id) COMMENT 'entries of one filing: GET /ledger/entries?filing=',
  KEY posting_time (posted_at) COMMENT 'balances at an instant: GET /ledger/balances?at='
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE entry (
  posting_id BIGINT      NOT NULL,
  position   INT         NOT NULL,
  line       VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
  account    VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  filing_id  VARCHAR(26) COLLATE utf8mb4_bin NULL,
  amount     BIGINT      NOT NULL,
  PRIMARY KEY (posting_id, position),
  CONSTRAINT entry_posting FOREIGN KEY (posting_id) REFERENCES posting (id),
  CONSTRAINT entry_amount CHECK (amount <> 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row for each line, empty until the first appropriation is posted.
INSERT INTO line_balance (line, position, budget_year, source, document) VALUES
  ('EXPAND_INVESTMENT',   1, 2026, '四加一产业转型升级专项资金(示例)', '示例财预〔2026〕1号'),
  ('TECH_INNOVATION',     2, 2026, '四加一产业转型升级专项资金(示例)', '示例财预〔2026〕1号'),
  ('RESTRUCTURE_LISTING', 3, 2026, '四加一产业转型升级专项资金(示例)', '示例财预〔2026〕1号'),
  ('BRAND_BUILDING',      4, 2026, '四加一产业转型升级专项资金(示例)', '示例财预〔2026〕1号'),
  ('OTHER',               5, 2026, '四加一产业转型升级专项资金(示例)', '示例财预〔2026〕1号');
