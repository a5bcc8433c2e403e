-- The filing's line and policy year, which never change: a year's average scores are read from one index.
ALTER TABLE evaluation
  ADD COLUMN line VARCHAR(30) COLLATE utf8mb4_bin NULL AFTER filing_id,
  ADD COLUMN year INT         NULL AFTER line;
UPDATE evaluation e JOIN filing f ON f.id = e.filing_id SET e.line = f.line, e.year = f.year;
ALTER TABLE evaluation
  MODIFY line VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
  MODIFY year INT         NOT NULL,
  DROP KEY evaluation_state,
  ADD KEY evaluation_average (state, year, line, score) COMMENT 'average scores by line: GET /budget/proposal';
