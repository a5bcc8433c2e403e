-- How much one signature carries, by the day from which it holds. A change is a further row; what held stays readable.
CREATE TABLE approval_limit (
  valid_from DATE        NOT NULL PRIMARY KEY,
  single     BIGINT      NOT NULL COMMENT 'fen: one approver up to this',
  signatures INT         NOT NULL COMMENT 'approvers above it',
  minute     BIGINT      NOT NULL COMMENT 'fen: the leading group''s minute is named above this',
  yearly     BIGINT      NOT NULL COMMENT 'fen: the most that one enterprise is awarded in a policy year',
  set_by     VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  set_at     DATETIME(6) NOT NULL,
  CONSTRAINT approval_limit_order CHECK (single > 0 AND minute >= single AND yearly >= minute),
  CONSTRAINT approval_limit_signatures CHECK (signatures BETWEEN 2 AND 5)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO approval_limit (valid_from, single, signatures, minute, yearly, set_by, set_at)
VALUES ('2019-01-01', 50000000, 2, 200000000, 500000000, 'system', '2019-01-01 00:00:00');
