-- One row for each order to erase, whether or not anything was past its time; what was erased is in the audit of each case.
CREATE TABLE erasure (
  position   BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind       VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  before_day DATE        NOT NULL COMMENT 'records from before this day were past their time',
  erased     INT         NOT NULL,
  erased_by  VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  erased_at  DATETIME(6) NOT NULL,
  CONSTRAINT erasure_kind FOREIGN KEY (kind) REFERENCES retention_kind (code),
  CONSTRAINT erasure_count CHECK (erased >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
