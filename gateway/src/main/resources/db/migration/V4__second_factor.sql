-- A person's second factor (RFC 6238). A code is good once: its time step has to be later than the last one used, which
-- one conditional update decides for all gateways.
CREATE TABLE second_factor (
    username VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    secret VARBINARY(250) NOT NULL COMMENT 'encrypted with a key outside the database, together with the username',
    set_up_at BIGINT COMMENT 'milliseconds since 1970; null until a first code has shown that the person holds the secret',
    last_step BIGINT NOT NULL DEFAULT 0 COMMENT 'half minutes since 1970 of the newest code used',
    PRIMARY KEY (username),
    CONSTRAINT second_factor_account FOREIGN KEY (username) REFERENCES account (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who set up or reset whose second factor; only added to.
CREATE TABLE second_factor_record (
    id BIGINT NOT NULL AUTO_INCREMENT,
    username VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    act VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    at BIGINT NOT NULL COMMENT 'milliseconds since 1970',
    PRIMARY KEY (id),
    INDEX second_factor_record_person (username, id) COMMENT 'what happened to the factor of a person, newest last',
    CONSTRAINT second_factor_record_act CHECK (act IN ('SET_UP', 'RESET')),
    CONSTRAINT second_factor_record_account FOREIGN KEY (username) REFERENCES account (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
