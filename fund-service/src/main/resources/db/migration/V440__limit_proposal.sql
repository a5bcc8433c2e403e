-- New approval limits are proposed by one person and confirmed by another; only confirmed ones stand in the book.
CREATE TABLE approval_limit_proposal (
  id          VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  valid_from  DATE         NOT NULL,
  single      BIGINT       NOT NULL COMMENT 'fen: one approver up to this',
  signatures  INT          NOT NULL COMMENT 'approvers above it',
  minute      BIGINT       NOT NULL COMMENT 'fen: the leading group''s minute is named above this',
  yearly      BIGINT       NOT NULL COMMENT 'fen: the most that one enterprise is awarded in a policy year',
  state       VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
  proposed_by VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  proposed_at DATETIME(6)  NOT NULL,
  decided_by  VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  decided_at  DATETIME(6)  NULL,
  decision    VARCHAR(500) NULL COMMENT 'why it was discarded',
  KEY approval_limit_proposal_newest (proposed_at, id) COMMENT 'newest first: GET /approval-limits/proposals',
  CONSTRAINT approval_limit_proposal_order CHECK (single > 0 AND minute >= single AND yearly >= minute),
  CONSTRAINT approval_limit_proposal_signatures CHECK (signatures BETWEEN 2 AND 5),
  CONSTRAINT approval_limit_proposal_state CHECK (state IN ('PROPOSED', 'CONFIRMED', 'DISCARDED')),
  CONSTRAINT approval_limit_proposal_persons CHECK (state <> 'CONFIRMED'
    OR (decided_by IS NOT NULL AND decided_by <> proposed_by))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

ALTER TABLE approval_limit
  ADD COLUMN confirmed_by VARCHAR(80) COLLATE utf8mb4_bin NULL
    COMMENT 'the second person; null for what was set before there had to be one';
