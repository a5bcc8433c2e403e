-- The first tables, added up without a record of what is hidden, make way for frozen vintages.
DROP TABLE statistic;

-- One row: the newest vintage that takes no more reports. Its lock puts reports and publications in order.
CREATE TABLE report_round (
    id            TINYINT NOT NULL PRIMARY KEY,
    newest_closed CHAR(7) NULL,
    CONSTRAINT report_round_one_row CHECK (id = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO report_round (id) VALUES (1);

CREATE INDEX report_by_year ON report (year, vintage) COMMENT 'publication: the reports of a year up to a vintage';

-- Rounds of publication; once DONE their cells never change.
CREATE TABLE statistic_vintage (
    vintage      CHAR(7)      NOT NULL PRIMARY KEY,
    state        VARCHAR(8)   NOT NULL,
    done         INT          NOT NULL,
    total        INT          NOT NULL,
    started_at   DATETIME(3)  NOT NULL,
    started_by   VARCHAR(100) NOT NULL,
    published_at DATETIME(3)  NULL,
    problem      VARCHAR(40)  NULL,
    CONSTRAINT statistic_vintage_state CHECK (state IN ('RUNNING', 'DONE', 'FAILED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Where an enterprise counts, from the vintage in which it was first published: moving it later would give its numbers away.
CREATE TABLE statistic_place (
    credit_code   VARCHAR(18) NOT NULL PRIMARY KEY,
    vintage       CHAR(7)     NOT NULL,
    cluster       VARCHAR(20) NOT NULL,
    size_class    VARCHAR(4)  NOT NULL,
    segment       VARCHAR(40) NOT NULL,
    industry_code CHAR(4)     NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The published set: a measure's value and comparable base of a group of enterprises in a single period, as added up when
-- the vintage was published, and why either is hidden. first_published is what was published first, NULL if it was hidden.
CREATE TABLE statistic_cell (
    vintage      CHAR(7)     NOT NULL,
    measure      VARCHAR(12) NOT NULL,
    cut          VARCHAR(12) NOT NULL,
    grain        VARCHAR(8)  NOT NULL,
    year         SMALLINT    NOT NULL,
    part         TINYINT     NOT NULL,
    code         VARCHAR(61) NOT NULL,
    through      TINYINT     NOT NULL,
    value        BIGINT      NOT NULL,
    base         BIGINT      NOT NULL,
    first_published BIGINT   NULL,
    firms        INT         NOT NULL,
    base_firms   INT         NOT NULL,
    value_hidden VARCHAR(9)  NULL,
    base_hidden  VARCHAR(9)  NULL,
    PRIMARY KEY (vintage, measure, cut, grain, year, part, code),
    CONSTRAINT statistic_cell_cut CHECK (cut IN ('TOTAL', 'CLUSTER', 'CLUSTER_SIZE', 'SEGMENT', 'INDUSTRY')),
    CONSTRAINT statistic_cell_grain CHECK (grain IN ('MONTH', 'QUARTER', 'YEAR')),
    CONSTRAINT statistic_cell_hidden CHECK (value_hidden IN ('FEW', 'DOMINANT', 'SECONDARY')
        AND base_hidden IN ('FEW', 'DOMINANT', 'SECONDARY'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How unequal the enterprises of a group are in a year; only what may be shown. cr4 in percent, hhi from 0 to 10,000.
CREATE TABLE statistic_concentration (
    vintage CHAR(7)     NOT NULL,
    measure VARCHAR(12) NOT NULL,
    cut     VARCHAR(12) NOT NULL,
    year    SMALLINT    NOT NULL,
    code    VARCHAR(61) NOT NULL,
    firms   INT         NOT NULL,
    cr4     SMALLINT    NOT NULL,
    hhi     SMALLINT    NOT NULL,
    PRIMARY KEY (vintage, measure, cut, year, code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
