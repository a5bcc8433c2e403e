-- Personal data stands apart from what is never changed, so that erasing it leaves nothing behind.
ALTER TABLE filing
  ADD COLUMN salt BINARY(16) NULL COMMENT 'of the hashes that the audit keeps in place of personal numbers; erased with the draft';

CREATE TABLE letter_addressee (
  letter_id    VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  objection_id VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL,
  name         VARCHAR(100) NOT NULL COMMENT 'real name, never public; empty once erased',
  KEY letter_addressee_objection (objection_id) COMMENT 'the letter of an objection whose author is erased: EraseRecords.objector',
  CONSTRAINT letter_addressee_letter FOREIGN KEY (letter_id) REFERENCES letter (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Letters of before: the names of authors who are not erased yet move there, all go from the content.
INSERT INTO letter_addressee (letter_id, objection_id, name)
SELECT l.id, MAX(o.id), MAX(o.name)
FROM letter l
JOIN objection o ON o.filing_id = l.filing_id
  AND CAST(o.name AS BINARY) = CAST(JSON_VALUE(l.content, '$.addressee') AS BINARY)
WHERE l.kind IN ('OBJECTION_UPHELD', 'OBJECTION_NOT_UPHELD') AND o.name <> ''
GROUP BY l.id;

UPDATE letter SET content = JSON_SET(content, '$.addressee', '')
WHERE kind IN ('OBJECTION_UPHELD', 'OBJECTION_NOT_UPHELD');
