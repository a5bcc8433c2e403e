-- People who may sign in. Roles and credit codes are short lists that are only ever read whole.
CREATE TABLE account (
    username VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    display_name VARCHAR(100) NOT NULL,
    password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    roles VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'comma-separated, sorted',
    credit_codes VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'comma-separated, sorted',
    enabled BOOLEAN NOT NULL,
    PRIMARY KEY (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE program_client (
    id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    secret_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    roles VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'comma-separated, sorted',
    enabled BOOLEAN NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Which accounts file is loaded: one row, locked while a gateway loads it.
CREATE TABLE accounts_file (
    id TINYINT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT accounts_file_one_row CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO accounts_file (id, sha256) VALUES (1, '');

-- Failed sign-ins in a row. The key is a hash of what was typed as username, so that a password typed in the wrong
-- field is not kept, and unknown names are treated like known ones.
CREATE TABLE sign_in_backoff (
    username_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    failures INT NOT NULL,
    blocked_until BIGINT NOT NULL COMMENT 'milliseconds since 1970',
    last_failure BIGINT NOT NULL COMMENT 'milliseconds since 1970',
    PRIMARY KEY (username_hash),
    INDEX sign_in_backoff_age (last_failure) COMMENT 'old rows, deleted when a new one is written'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
