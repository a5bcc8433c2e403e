-- Locked while what a group of top-ups still allows an enterprise is tested and an award added to it.
CREATE TABLE stacking_hold (
  credit_code    VARCHAR(18) COLLATE utf8mb4_bin NOT NULL,
  stacking_group VARCHAR(60) COLLATE utf8mb4_bin NOT NULL,
  approvals      INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (credit_code, stacking_group)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
