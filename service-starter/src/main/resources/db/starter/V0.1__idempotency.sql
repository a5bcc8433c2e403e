CREATE TABLE idempotency_key (
  caller          VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'username, empty for the public',
  idempotency_key VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_hash    BINARY(32)   NOT NULL COMMENT 'SHA-256 of method, path, query and body',
  claim           CHAR(36)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'who works under the key now',
  claimed_until   DATETIME(6)  NOT NULL,
  status          SMALLINT     NULL COMMENT 'of the first answer; null while in flight',
  content_type    VARCHAR(200) NULL,
  location        VARCHAR(500) NULL,
  etag            VARCHAR(100) NULL,
  body            MEDIUMBLOB   NULL,
  created_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (caller, idempotency_key),
  INDEX idempotency_key_age (created_at) COMMENT 'keys older than their retention'
) DEFAULT CHARACTER SET utf8mb4;
