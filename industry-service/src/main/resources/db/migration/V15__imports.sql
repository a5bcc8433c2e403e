-- Files handed in for the register: how far each is, what it would change, and what became of it. Rows are kept.
CREATE TABLE register_import (
    id             CHAR(36)     NOT NULL PRIMARY KEY,
    kind           VARCHAR(12)  NOT NULL,
    file_name      VARCHAR(200) NOT NULL,
    file_size      BIGINT       NOT NULL,
    sha256         CHAR(64)     NOT NULL,
    state          VARCHAR(10)  NOT NULL,
    done           INT          NOT NULL,
    total          INT          NOT NULL,
    started_at     DATETIME(3)  NOT NULL,
    started_by     VARCHAR(100) NOT NULL,
    beat_at        DATETIME(3)  NOT NULL,
    seen_cursor    BIGINT       NOT NULL,
    recomputed     BOOLEAN      NOT NULL,
    row_count      INT          NOT NULL,
    added_count    INT          NOT NULL,
    changed_count  INT          NOT NULL,
    same_count     INT          NOT NULL,
    error_count    INT          NOT NULL,
    problem        VARCHAR(40)  NULL,
    problem_with   VARCHAR(1000) NULL,
    finished_at    DATETIME(3)  NULL,
    finished_by    VARCHAR(100) NULL,
    KEY register_import_by_start (started_at, id) COMMENT 'imports: the newest first',
    CONSTRAINT register_import_kind CHECK (kind IN ('ENTERPRISES', 'FACTS', 'PROJECTS', 'REPORTS')),
    CONSTRAINT register_import_state
        CHECK (state IN ('CHECKING', 'READY', 'REFUSED', 'APPLYING', 'APPLIED', 'DISCARDED', 'FAILED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The file in pieces, the errors and the changes packed many at a time.
CREATE TABLE import_part (
    import_id CHAR(36)    NOT NULL,
    list      VARCHAR(8)  NOT NULL,
    part      INT         NOT NULL,
    content   MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (import_id, list, part)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
