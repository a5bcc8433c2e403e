-- Lists of a hundred thousand filings: they are counted and put in order within indices, and only the rows of the page are
-- read. What has no date stands last.
ALTER TABLE filing
  ADD COLUMN due_order       DATE        AS (COALESCE(due_on, DATE '9999-12-31')) VIRTUAL,
  ADD COLUMN submitted_order DATETIME(6) AS (COALESCE(submitted_at, TIMESTAMP '9999-12-31 00:00:00')) VIRTUAL,
  ADD COLUMN amount_order    BIGINT      AS (COALESCE(approved, reviewed, estimate, 0)) VIRTUAL;

ALTER TABLE filing
  DROP KEY filing_state_due,
  ADD KEY filing_list (state, due_order, serial, notice_order, track, line, year, item_code, credit_code, recommended,
                       approved, amount_order, submitted_order, department_zh, department_en)
    COMMENT 'work by due date, and any filter with any order: GET /queue, GET /filings',
  ADD KEY filing_kind (line, track, year) COMMENT 'how many of a line, track or year: GET /filings?line=',
  ADD KEY filing_due (due_order, serial) COMMENT 'all, the earliest due first: GET /filings?sort=dueOn',
  ADD KEY filing_due_last (due_on, serial) COMMENT 'all, the latest due first: GET /filings?sort=-dueOn',
  ADD KEY filing_submitted (submitted_order, serial) COMMENT 'all, the first submitted first: GET /filings?sort=submittedAt',
  ADD KEY filing_submitted_last (submitted_at, serial) COMMENT 'all, the last submitted first: GET /filings?sort=-submittedAt',
  ADD KEY filing_amount (amount_order, serial) COMMENT 'all by amount: GET /filings?sort=amount',
  ADD KEY filing_enterprise (enterprise_name, credit_code) COMMENT 'enterprises by part of their name: GET /filings?search=',
  ADD KEY filing_title (title_zh, item_code) COMMENT 'items by part of their title: GET /filings?search=';

ALTER TABLE filing_step
  ADD KEY filing_step_person (person, step, filing_id) COMMENT 'cases that a person may not touch any more: GET /queue',
  ADD KEY filing_step_principal (on_behalf_of, step, filing_id) COMMENT 'the same for whom somebody stood: GET /queue';
