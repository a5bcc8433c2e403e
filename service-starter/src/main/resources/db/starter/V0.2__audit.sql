CREATE TABLE audit_head (
  case_id  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  sequence BIGINT      NOT NULL,
  hash     CHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE audit_record (
  case_id       VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  sequence      BIGINT       NOT NULL,
  at            DATETIME(6)  NOT NULL COMMENT 'business time, UTC',
  actor         VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  role          VARCHAR(200) NOT NULL,
  action        VARCHAR(64)  NOT NULL,
  before_hash   CHAR(64)     NULL,
  after_hash    CHAR(64)     NULL,
  detail        MEDIUMTEXT   NULL COMMENT 'JSON of the state after',
  previous_hash CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash          CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (case_id, sequence),
  INDEX audit_record_time (at) COMMENT 'all records of a day, for the auditor'
) DEFAULT CHARACTER SET utf8mb4;
