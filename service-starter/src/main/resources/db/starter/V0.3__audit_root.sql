-- What each day's chains ended with, signed as one root. The copy that counts is the file outside the database.
CREATE TABLE audit_root (
  day        DATE        NOT NULL PRIMARY KEY,
  cases      BIGINT      NOT NULL,
  heads      CHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256 of the day''s heads in the order of their cases',
  previous   CHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'hash of the root before, 64 zeros for the first',
  public_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash       CHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  signature  VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE audit_root_head (
  day      DATE        NOT NULL,
  case_id  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  sequence BIGINT      NOT NULL,
  hash     CHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (day, case_id),
  INDEX audit_root_head_case (case_id, sequence) COMMENT 'how far a case is sealed already: sealing a day'
) DEFAULT CHARACTER SET utf8mb4;
