-- Persons that a security administrator made, beside those of the accounts file. Who has not set a password yet has an
-- empty hash, which matches nothing.
ALTER TABLE account
    ADD COLUMN listed BOOLEAN NOT NULL DEFAULT TRUE
        COMMENT 'comes from the accounts file, which switches off whom it no longer lists',
    ADD COLUMN version INT NOT NULL DEFAULT 1 COMMENT 'of what a security administrator may change';

-- The one-time code with which a person sets the own password; a new one replaces the one before.
CREATE TABLE activation_code (
    username VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    code_hash VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at BIGINT NOT NULL COMMENT 'milliseconds since 1970',
    used_at BIGINT COMMENT 'milliseconds since 1970',
    PRIMARY KEY (username),
    CONSTRAINT activation_code_account FOREIGN KEY (username) REFERENCES account (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who became the first administrator of each kind: once for each, two persons.
CREATE TABLE first_administrator (
    role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    activated_at BIGINT NOT NULL COMMENT 'milliseconds since 1970',
    PRIMARY KEY (role),
    UNIQUE INDEX first_administrator_person (username) COMMENT 'two roles, two persons',
    CONSTRAINT first_administrator_account FOREIGN KEY (username) REFERENCES account (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
