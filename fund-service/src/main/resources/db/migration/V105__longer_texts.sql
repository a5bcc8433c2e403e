-- Texts of several paragraphs in JSON or Chinese need more bytes than characters.
ALTER TABLE filing MODIFY contact TEXT NULL COMMENT 'JSON';
ALTER TABLE filing_step MODIFY note MEDIUMTEXT NULL;
