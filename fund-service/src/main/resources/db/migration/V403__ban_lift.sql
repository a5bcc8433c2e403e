-- A ban that ends before its last day, at once; lifted by another person than who ordered it.
CREATE TABLE ban_lift (
  ban_id    BIGINT        NOT NULL PRIMARY KEY,
  lifted_on DATE          NOT NULL,
  reason    VARCHAR(1000) NOT NULL,
  person    VARCHAR(80)   COLLATE utf8mb4_bin NOT NULL,
  lifted_at DATETIME(6)   NOT NULL,
  CONSTRAINT ban_lift_of FOREIGN KEY (ban_id) REFERENCES ban (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
