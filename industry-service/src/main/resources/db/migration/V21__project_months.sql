-- Edits of a project count up its version; months and team belong to it and change with it.
ALTER TABLE project ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- The plan of a project's year month by month, and what was done in each; NULL while nothing is reported. Money in fen.
CREATE TABLE project_month (
    project VARCHAR(20) NOT NULL,
    month   CHAR(7)     NOT NULL,
    plan    BIGINT      NOT NULL,
    done    BIGINT      NULL,
    PRIMARY KEY (project, month),
    CONSTRAINT project_month_money CHECK (plan >= 0 AND (done IS NULL OR done >= 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who serves a project ("1+1+N"). Persons and how to reach them: shown to officers alone.
CREATE TABLE project_member (
    project VARCHAR(20)  NOT NULL,
    ordinal INT          NOT NULL,
    post    VARCHAR(12)  NOT NULL,
    name    VARCHAR(60)  NOT NULL,
    office  VARCHAR(120) NULL,
    contact VARCHAR(60)  NULL,
    PRIMARY KEY (project, ordinal),
    CONSTRAINT project_member_post CHECK (post IN ('LEADER', 'DEPARTMENT', 'SPECIALIST', 'APPROVAL'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
