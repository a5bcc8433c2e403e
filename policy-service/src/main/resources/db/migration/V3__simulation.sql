CREATE TABLE simulation (
  id           CHAR(36)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  inputs_hash  CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256 of the canonical inputs: the same inputs are run once',
  created_at   DATETIME(6)  NOT NULL,
  summary      MEDIUMTEXT   NOT NULL COMMENT 'JSON of the row in the list',
  answer       MEDIUMTEXT   NOT NULL COMMENT 'JSON',
  UNIQUE INDEX simulation_inputs (inputs_hash) COMMENT 'the simulation that had these inputs',
  INDEX simulation_age (created_at, id) COMMENT 'newest first, and those beyond the number kept'
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE simulation_change (
  simulation CHAR(36)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  item       VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  part       INT         NOT NULL,
  changed    LONGBLOB    NOT NULL COMMENT 'enterprises that the change of the item touches, by credit code, compressed',
  PRIMARY KEY (simulation, item, part),
  CONSTRAINT simulation_change_of FOREIGN KEY (simulation) REFERENCES simulation (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE match_run (
  id         CHAR(36)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  state      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  done       INT         NOT NULL,
  total      INT         NOT NULL COMMENT 'items',
  started_at DATETIME(6) NOT NULL,
  beat_at    DATETIME(6) NOT NULL COMMENT 'when the instance that runs it last said so',
  started_by VARCHAR(120) NOT NULL,
  as_of      DATE        NOT NULL,
  basis      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  problem    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  result     MEDIUMTEXT  NULL COMMENT 'JSON',
  CONSTRAINT match_run_state CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  INDEX match_run_age (started_at, id) COMMENT 'runs beyond the number kept'
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE match_run_part (
  run     CHAR(36)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  item    VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'empty: the enterprises themselves',
  part    INT         NOT NULL,
  content LONGBLOB    NOT NULL COMMENT 'verdicts and amounts by row, compressed',
  PRIMARY KEY (run, item, part),
  CONSTRAINT match_run_part_of FOREIGN KEY (run) REFERENCES match_run (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4;
