-- What a call says of its own, and the order of notice and approval on its filings.
ALTER TABLE filing_call
  ADD COLUMN version         BIGINT       NOT NULL DEFAULT 1,
  ADD COLUMN department      TEXT         NULL COMMENT 'in both languages, JSON; null for the item''s own',
  ADD COLUMN allocation      VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL DEFAULT 'FIRST_COME',
  ADD COLUMN notice_order    VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL DEFAULT 'AFTER_APPROVAL',
  ADD COLUMN joint_review    VARCHAR(200) COLLATE utf8mb4_bin NULL COMMENT 'the offices asked, JSON',
  ADD COLUMN instalment_note MEDIUMTEXT   NULL COMMENT 'in both languages, JSON',
  ADD CONSTRAINT filing_call_allocation CHECK (allocation IN ('POOLED', 'FIRST_COME')),
  ADD CONSTRAINT filing_call_order CHECK (notice_order IN ('AFTER_APPROVAL', 'BEFORE_APPROVAL'));

CREATE INDEX filing_call_days ON filing_call (closes_on, opens_on) COMMENT 'open calls, the soonest to end first: GET /calls?open=true';

ALTER TABLE filing
  ADD COLUMN notice_order   VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL DEFAULT 'AFTER_APPROVAL' COMMENT 'its call''s',
  ADD COLUMN stacking_group VARCHAR(60)  COLLATE utf8mb4_bin NULL COMMENT 'as frozen with the verdict';

CREATE INDEX filing_stacking ON filing (credit_code, stacking_group) COMMENT 'what was awarded before in the same group: Stacked.less';
