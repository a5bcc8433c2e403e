ALTER TABLE sign_in_backoff
    DROP INDEX sign_in_backoff_age,
    ADD INDEX sign_in_backoff_age (last_failure) COMMENT 'rows a day old, dropped by the hour';
