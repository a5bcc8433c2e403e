ALTER TABLE expert ADD COLUMN qualification VARCHAR(500) NULL COMMENT 'field and titles, as the expert stands in the register';
