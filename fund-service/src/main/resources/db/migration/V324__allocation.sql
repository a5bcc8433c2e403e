-- The allocation of a pooled call: proposals with both ways of sharing, of which one is applied.
CREATE TABLE allocation (
  id           VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  call_id      VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  method       VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
  pool         BIGINT      NOT NULL,
  requested    BIGINT      NOT NULL,
  applied_call VARCHAR(26) COLLATE utf8mb4_bin NULL COMMENT 'the call again, once applied',
  proposed_by  VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  proposed_at  DATETIME(6) NOT NULL,
  applied_by   VARCHAR(80) COLLATE utf8mb4_bin NULL,
  applied_at   DATETIME(6) NULL,
  UNIQUE KEY allocation_applied (applied_call) COMMENT 'a call is allocated once',
  KEY allocation_newest (call_id, proposed_at) COMMENT 'the newest proposal: GET /calls/{id}/allocation',
  CONSTRAINT allocation_call FOREIGN KEY (call_id) REFERENCES filing_call (id),
  CONSTRAINT allocation_method CHECK (method IN ('PRO_RATA', 'RANKED')),
  CONSTRAINT allocation_pool CHECK (pool > 0 AND requested > 0),
  CONSTRAINT allocation_persons CHECK (applied_by IS NULL OR applied_by <> proposed_by),
  CONSTRAINT allocation_state CHECK ((applied_call IS NULL) = (applied_by IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE allocation_share (
  allocation_id VARCHAR(26)   COLLATE utf8mb4_bin NOT NULL,
  filing_id     VARCHAR(26)   COLLATE utf8mb4_bin NOT NULL,
  requested     BIGINT        NOT NULL COMMENT 'as reviewed',
  score         DECIMAL(5, 2) NULL,
  place         INT           NOT NULL,
  tied          BOOLEAN       NOT NULL,
  pro_rata      BIGINT        NOT NULL,
  ranked        BIGINT        NOT NULL,
  PRIMARY KEY (allocation_id, filing_id),
  KEY allocation_share_filing (filing_id) COMMENT 'what a filing was allocated: approve',
  CONSTRAINT allocation_share_of FOREIGN KEY (allocation_id) REFERENCES allocation (id),
  CONSTRAINT allocation_share_filing FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT allocation_share_most CHECK (pro_rata BETWEEN 0 AND requested AND ranked BETWEEN 0 AND requested)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE INDEX filing_of_call ON filing (call_id, state) COMMENT 'the filings of a call: its allocation';
