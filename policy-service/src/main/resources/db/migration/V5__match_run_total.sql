ALTER TABLE match_run MODIFY total INT NOT NULL COMMENT 'blocks of the register';
