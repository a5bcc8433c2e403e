-- Several budget years side by side: a balance row for each line and year, a filing's money by the year it stands in.
ALTER TABLE line_balance
  DROP CONSTRAINT line_balanced,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (line, budget_year),
  ADD COLUMN carried_in  BIGINT NOT NULL DEFAULT 0 COMMENT 'carried over from the year before, negative' AFTER budget,
  ADD COLUMN carried_out BIGINT NOT NULL DEFAULT 0 COMMENT 'carried over to the next year' AFTER paid,
  ADD COLUMN surplus     BIGINT NOT NULL DEFAULT 0 COMMENT 'returned to the treasury as surplus' AFTER carried_out,
  ADD COLUMN closed_on   DATE NULL COMMENT 'the day of the year-end step';
ALTER TABLE line_balance
  ADD CONSTRAINT line_carried_in  CHECK (carried_in <= 0),
  ADD CONSTRAINT line_carried_out CHECK (carried_out >= 0),
  ADD CONSTRAINT line_surplus     CHECK (surplus >= 0),
  ADD CONSTRAINT line_balanced    CHECK (budget + carried_in + available + reserved + committed + in_transit + paid
                                         + carried_out + surplus = 0),
  ADD CONSTRAINT line_closed      CHECK (closed_on IS NULL OR available + reserved + committed + in_transit = 0);

-- What is there so far is of 2026, the only year until now.
ALTER TABLE filing_balance
  ADD COLUMN budget_year INT NOT NULL DEFAULT 2026 AFTER filing_id,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (filing_id, budget_year);
ALTER TABLE filing_balance ALTER COLUMN budget_year DROP DEFAULT;

CREATE TABLE budget_revision (
  id            VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  budget_year   INT          NOT NULL,
  kind          VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
  line          VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL COMMENT 'the line that loses or gains',
  to_line       VARCHAR(30)  COLLATE utf8mb4_bin NULL COMMENT 'the line that gains by a move',
  paid_year     INT          NULL COMMENT 'the year in which returned money was paid',
  amount        BIGINT       NOT NULL,
  source        VARCHAR(100) NOT NULL COMMENT 'where the money comes from',
  document      VARCHAR(60)  NOT NULL COMMENT 'the number of the budget document (指标文号)',
  dated_on      DATE         NOT NULL COMMENT 'the date of that document',
  reason        VARCHAR(500) NOT NULL,
  state         VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
  proposed_by   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  proposed_at   DATETIME(6)  NOT NULL,
  decided_by    VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  decided_at    DATETIME(6)  NULL,
  decision      VARCHAR(500) NULL COMMENT 'why it was discarded',
  version       BIGINT       NOT NULL DEFAULT 1,
  KEY budget_revision_state (state, proposed_at) COMMENT 'what waits for the second person: GET /budget/revisions?state=',
  KEY budget_revision_year (budget_year, proposed_at) COMMENT 'revisions of a year: GET /budget/revisions?year=',
  CONSTRAINT budget_revision_amount CHECK (amount > 0),
  CONSTRAINT budget_revision_move   CHECK ((kind = 'MOVE') = (to_line IS NOT NULL) AND (to_line IS NULL OR to_line <> line)),
  CONSTRAINT budget_revision_second CHECK (state <> 'CONFIRMED' OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
  CONSTRAINT budget_revision_open   CHECK ((state = 'PROPOSED') = (decided_by IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
