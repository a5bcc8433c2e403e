-- Joint review (联审): who answers for an office, and what each office that a call names said of a filing.
CREATE TABLE office_member (
  office   VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  username VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (office, username),
  KEY office_member_person (username) COMMENT 'the offices that a person answers for: GET /queue'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE joint_opinion (
  filing_id   VARCHAR(26)   COLLATE utf8mb4_bin NOT NULL,
  office      VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
  due_on      DATE          NOT NULL,
  answer      VARCHAR(10)   COLLATE utf8mb4_bin NULL,
  reason      VARCHAR(1000) NULL,
  answered_by VARCHAR(80)   COLLATE utf8mb4_bin NULL,
  answered_at DATETIME(6)   NULL,
  resolution  VARCHAR(1000) NULL COMMENT 'how an objection was settled',
  resolved_by VARCHAR(80)   COLLATE utf8mb4_bin NULL,
  resolved_at DATETIME(6)   NULL,
  PRIMARY KEY (filing_id, office),
  KEY joint_opinion_open (office, answer, due_on) COMMENT 'what an office has to answer: GET /queue',
  CONSTRAINT joint_opinion_filing FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT joint_opinion_answer CHECK (answer IS NULL OR answer IN ('CLEAR', 'OBJECTS')),
  CONSTRAINT joint_opinion_resolved CHECK (resolution IS NULL OR answer = 'OBJECTS')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
