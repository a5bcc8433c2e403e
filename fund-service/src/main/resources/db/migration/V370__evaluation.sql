-- The evaluation of a finished filing: the enterprise's self-report and the officer's score.
CREATE TABLE evaluation (
  filing_id    VARCHAR(26)   COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  state        VARCHAR(10)   COLLATE utf8mb4_bin NOT NULL,
  version      BIGINT        NOT NULL,
  report       LONGTEXT      NULL COMMENT 'the self-report, JSON; a draft until it is submitted',
  submitted_at DATETIME(6)   NULL,
  points       VARCHAR(1000) NULL COMMENT 'the points of each criterion, JSON',
  score        INT           NULL,
  band         VARCHAR(10)   COLLATE utf8mb4_bin NULL,
  opinion      VARCHAR(2000) NULL,
  scored_by    VARCHAR(80)   COLLATE utf8mb4_bin NULL,
  scored_at    DATETIME(6)   NULL,
  KEY evaluation_band (band, filing_id) COMMENT 'evaluations of a band: GET /evaluations?band=',
  KEY evaluation_state (state, filing_id) COMMENT 'what waits for a score: GET /evaluations?state=',
  CONSTRAINT evaluation_case FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT evaluation_score CHECK (score IS NULL OR score BETWEEN 0 AND 100),
  CONSTRAINT evaluation_submitted CHECK (state <> 'SUBMITTED' OR (report IS NOT NULL AND submitted_at IS NOT NULL)),
  CONSTRAINT evaluation_scored CHECK ((state = 'SCORED') = (score IS NOT NULL AND band IS NOT NULL
                                      AND points IS NOT NULL AND opinion IS NOT NULL AND scored_by IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

ALTER TABLE filing ADD KEY filing_state_newest (state, serial) COMMENT 'finished filings, newest first: GET /evaluations';
