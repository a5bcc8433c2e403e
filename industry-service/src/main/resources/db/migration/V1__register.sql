-- Enterprises and what is known of them. Codes and keys compare byte by byte.
CREATE TABLE enterprise (
    credit_code   VARCHAR(18)  NOT NULL,
    name          VARCHAR(120) NOT NULL,
    cluster       VARCHAR(20)  NULL,
    industry_code CHAR(4)      NOT NULL,
    size_class    VARCHAR(2)   NULL,
    above_scale   BOOLEAN      NOT NULL,
    street        VARCHAR(60)  NULL,
    address       VARCHAR(200) NULL,
    established   DATE         NULL,
    status        VARCHAR(10)  NOT NULL,
    sample        BOOLEAN      NOT NULL,
    version       BIGINT       NOT NULL,
    fact_version  BIGINT       NOT NULL,
    change_number BIGINT       NOT NULL,
    PRIMARY KEY (credit_code),
    UNIQUE KEY enterprise_by_change (change_number) COMMENT 'feed: enterprises changed after a cursor, in order',
    KEY enterprise_by_cluster (cluster, industry_code, above_scale) COMMENT 'clusters and chains: counts by industry code',
    CONSTRAINT enterprise_status CHECK (status IN ('ACTIVE', 'CLOSED')),
    CONSTRAINT enterprise_size CHECK (size_class IN ('L', 'M', 'S', 'XS'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row: the last change number given out. Its lock makes changes visible in the order of their numbers.
CREATE TABLE change_sequence (
    id          TINYINT NOT NULL PRIMARY KEY,
    last_number BIGINT  NOT NULL,
    CONSTRAINT change_sequence_one_row CHECK (id = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO change_sequence (id, last_number) VALUES (1, 0);

-- Every version of every fact, in the order in which it was written; the newest of a (record, key, period) is current.
-- A row with fact_key NONE says that the enterprise is known to have no record of that kind. A NULL value withdraws.
CREATE TABLE fact (
    credit_code   VARCHAR(18)  NOT NULL,
    change_number BIGINT       NOT NULL,
    ordinal       INT          NOT NULL,
    record_kind   VARCHAR(10)  NOT NULL DEFAULT '',
    record_ref    VARCHAR(40)  NOT NULL DEFAULT '',
    fact_key      VARCHAR(60)  NOT NULL,
    period        VARCHAR(4)   NOT NULL DEFAULT '',
    value         VARCHAR(500) NULL,
    source        VARCHAR(20)  NOT NULL,
    verified      BOOLEAN      NOT NULL,
    recorded_at   DATETIME(3)  NOT NULL,
    recorded_by   VARCHAR(100) NOT NULL,
    PRIMARY KEY (credit_code, change_number, ordinal)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Awards as fund-service tells them, append-only: the newest row of a filing is current.
CREATE TABLE award (
    credit_code   VARCHAR(18)   NOT NULL,
    filing        VARCHAR(64)   NOT NULL,
    change_number BIGINT        NOT NULL,
    item          VARCHAR(20)   NOT NULL,
    item_version  INT           NOT NULL,
    amount        BIGINT        NOT NULL,
    state         VARCHAR(12)   NOT NULL,
    awarded_on    DATE          NOT NULL,
    policy_year   SMALLINT      NOT NULL,
    line          VARCHAR(30)   NULL,
    claims        VARCHAR(4000) NOT NULL,
    recorded_at   DATETIME(3)   NOT NULL,
    PRIMARY KEY (credit_code, filing, change_number),
    CONSTRAINT award_state CHECK (state IN ('COMMITTED', 'PAID', 'RECOVERED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What is loaded once, and with which seed; its row is locked while loading.
CREATE TABLE first_load (
    name      VARCHAR(20) NOT NULL PRIMARY KEY,
    seed      BIGINT      NULL,
    digest    CHAR(64)    NULL,
    loaded_at DATETIME(3) NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO first_load (name) VALUES ('sample');
