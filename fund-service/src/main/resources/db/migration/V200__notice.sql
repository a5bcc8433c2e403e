CREATE TABLE notice (
  id           VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  published_on DATE        NOT NULL COMMENT 'not counted',
  working_days INT         NOT NULL,
  ends_on      DATE        NOT NULL COMMENT 'counts to its end',
  calendar     VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'the calendar version it was counted by',
  closed_on    DATE        NULL,
  published_at DATETIME(6) NOT NULL,
  published_by VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  KEY notice_published (published_on, id) COMMENT 'newest first: GET /notices',
  CONSTRAINT notice_days CHECK (working_days BETWEEN 5 AND 30),
  CONSTRAINT notice_end CHECK (ends_on > published_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE notice_filing (
  notice_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  filing_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  ends_on   DATE        NOT NULL COMMENT 'its own end: later than the notice''s after an admitted objection',
  days_left INT         NULL COMMENT 'working days left when an admitted objection stopped its clock; null while it runs',
  outcome   VARCHAR(20) COLLATE utf8mb4_bin NOT NULL DEFAULT 'OPEN',
  PRIMARY KEY (notice_id, filing_id),
  KEY notice_filing_filing (filing_id) COMMENT 'the notice of a filing: its objections',
  CONSTRAINT notice_filing_notice FOREIGN KEY (notice_id) REFERENCES notice (id),
  CONSTRAINT notice_filing_case FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT notice_filing_outcome CHECK (outcome IN ('OPEN', 'CONFIRMED', 'REJECTED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE objection (
  id          VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  notice_id   VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  filing_id   VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  name        VARCHAR(100) NOT NULL COMMENT 'real name, never public',
  contact     VARCHAR(100) NOT NULL COMMENT 'telephone or e-mail, never public',
  text        VARCHAR(4000) NOT NULL,
  state       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  received_at DATETIME(6)  NOT NULL,
  screen_by   DATE         NOT NULL,
  screened_at DATETIME(6)  NULL,
  screened_by VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  reason      VARCHAR(2000) NULL,
  answered_at DATETIME(6)  NULL,
  answered_by VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  answer      VARCHAR(4000) NULL,
  KEY objection_work (state, received_at) COMMENT 'objections to screen or answer: GET /objections?state=',
  KEY objection_filing (filing_id, state) COMMENT 'open objections of a filing: closing a notice',
  CONSTRAINT objection_notice FOREIGN KEY (notice_id, filing_id) REFERENCES notice_filing (notice_id, filing_id),
  CONSTRAINT objection_state CHECK (state IN ('RECEIVED', 'DISMISSED', 'ADMITTED', 'NOT_UPHELD', 'UPHELD'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
