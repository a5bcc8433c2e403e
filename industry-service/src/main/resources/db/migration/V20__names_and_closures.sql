-- What an enterprise was called before, and until when (the day from which it had another name).
CREATE TABLE former_name (
    credit_code VARCHAR(18)  NOT NULL,
    used_until  DATE         NOT NULL,
    name        VARCHAR(120) NOT NULL,
    recorded_at DATETIME(3)  NOT NULL,
    recorded_by VARCHAR(100) NOT NULL,
    PRIMARY KEY (credit_code, used_until, name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How enterprises ended, append-only: the newest row of an enterprise counts. REOPENED takes an ending back that was
-- entered by mistake.
CREATE TABLE closure (
    credit_code   VARCHAR(18)  NOT NULL,
    change_number BIGINT       NOT NULL,
    kind          VARCHAR(10)  NOT NULL,
    ended_on      DATE         NOT NULL,
    reason        VARCHAR(500) NOT NULL,
    successor     VARCHAR(18)  NULL,
    recorded_at   DATETIME(3)  NOT NULL,
    recorded_by   VARCHAR(100) NOT NULL,
    PRIMARY KEY (credit_code, change_number),
    KEY closure_by_successor (successor) COMMENT 'feed and enterprise: what was merged into an enterprise',
    CONSTRAINT closure_kind CHECK (kind IN ('CLOSED', 'MERGED', 'REOPENED')),
    CONSTRAINT closure_successor CHECK ((kind = 'MERGED') = (successor IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Where an enterprise is registered or works, from which day; whether that is in the zone is part of the statement and never
-- read off a code. Append-only: of two rows of one kind and day the newer counts.
CREATE TABLE enterprise_address (
    credit_code   VARCHAR(18)  NOT NULL,
    change_number BIGINT       NOT NULL,
    kind          VARCHAR(10)  NOT NULL,
    since         DATE         NOT NULL,
    address       VARCHAR(200) NOT NULL,
    street        VARCHAR(60)  NULL,
    in_zone       BOOLEAN      NOT NULL,
    reason        VARCHAR(500) NULL,
    recorded_at   DATETIME(3)  NOT NULL,
    recorded_by   VARCHAR(100) NOT NULL,
    PRIMARY KEY (credit_code, kind, since, change_number),
    CONSTRAINT enterprise_address_kind CHECK (kind IN ('REGISTERED', 'OPERATING'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
