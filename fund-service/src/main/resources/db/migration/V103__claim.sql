CREATE TABLE claim_line (
  filing_id  VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  position   INT          NOT NULL,
  kind       VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  reference  VARCHAR(100) NOT NULL,
  net_amount BIGINT       NULL,
  paid_on    DATE         NULL,
  allowed    BOOLEAN      NOT NULL DEFAULT TRUE,
  reason     VARCHAR(500) NULL,
  PRIMARY KEY (filing_id, position),
  CONSTRAINT claim_line_filing FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT claim_line_amount CHECK (net_amount IS NULL OR net_amount > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE fingerprint (
  kind      VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  reference VARCHAR(250) COLLATE utf8mb4_bin NOT NULL,
  filing_id VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (kind, reference),
  KEY fingerprint_filing (filing_id) COMMENT 'giving claims back: Fingerprints.release',
  CONSTRAINT fingerprint_filing FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE filing_assessment (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  filing_id    VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  step         VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  basis        VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
  at           DATETIME(6) NOT NULL,
  item_version INT         NOT NULL,
  verdict      VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  answer       LONGTEXT    NOT NULL COMMENT 'policy-service''s whole answer, JSON',
  KEY filing_assessment_newest (filing_id, id) COMMENT 'the newest answer: Assessments.frozen',
  CONSTRAINT filing_assessment_filing FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What officers decided and why: corrections asked, scores, reviews, approvals, rejections.
CREATE TABLE decision (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  filing_id VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  kind      VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  person    VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  at        DATETIME(6) NOT NULL,
  body      LONGTEXT    NOT NULL COMMENT 'JSON',
  KEY decision_filing (filing_id, kind) COMMENT 'decisions of a case: Decisions.of',
  CONSTRAINT decision_filing FOREIGN KEY (filing_id) REFERENCES filing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Locked while an enterprise's total of the year is tested and an award added to it.
CREATE TABLE enterprise_year (
  credit_code VARCHAR(18) COLLATE utf8mb4_bin NOT NULL,
  year        INT         NOT NULL,
  approvals   INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (credit_code, year)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE expert (
  username VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  name     VARCHAR(100) NOT NULL,
  active   BOOLEAN      NOT NULL DEFAULT TRUE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE expert_draw (
  filing_id VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  expert    VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  seed      BIGINT       NOT NULL,
  pool      TEXT         NOT NULL COMMENT 'who could be drawn, in the order counted, JSON',
  drawn_by  VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  drawn_at  DATETIME(6)  NOT NULL,
  score     INT          NULL,
  opinion   TEXT         NULL,
  KEY expert_draw_expert (expert, score) COMMENT 'what an expert has to score: GET /queue',
  CONSTRAINT expert_draw_filing FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT expert_draw_score CHECK (score IS NULL OR (score >= 0 AND score <= 100))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
