-- Drafts live in a table of their own: what stands in item_version is published and never changes.
ALTER TABLE catalogue_version
  ADD COLUMN in_force_from DATE NOT NULL DEFAULT '2019-01-01' COMMENT 'from when its articles are shown and its terms bind new versions';

CREATE UNIQUE INDEX item_version_from ON item_version (code, in_force_from) COMMENT 'no two versions of an item begin on one day';

CREATE TABLE catalogue_stamp (
  id    TINYINT NOT NULL PRIMARY KEY,
  stamp BIGINT  NOT NULL COMMENT 'grows with every publication; each instance compares it with what it has read'
) DEFAULT CHARACTER SET utf8mb4;
INSERT INTO catalogue_stamp (id, stamp) VALUES (1, 0);

CREATE TABLE draft (
  id            VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  kind          VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'one item, or a whole package',
  code          VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'the item; null for a package',
  base          BIGINT       NULL COMMENT 'item: the version it replaces; package: the stamp it was compared with',
  state         VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  content       MEDIUMTEXT   NOT NULL COMMENT 'JSON',
  title_zh      VARCHAR(400) NOT NULL,
  title_en      VARCHAR(400) NOT NULL,
  created_by    VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  updated_at    DATETIME(6)  NOT NULL,
  submitted_by  VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  review        TEXT         NULL COMMENT 'JSON: the fair-competition review; there from submission on',
  returned      VARCHAR(1000) NULL COMMENT 'why it came back the last time',
  published_by  VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  published_version INT      NULL COMMENT 'of the item, or of the catalogue for a package',
  in_force_from DATE         NULL,
  row_version   BIGINT       NOT NULL,
  INDEX draft_newest (state, updated_at) COMMENT 'the list of drafts by state, newest first',
  INDEX draft_item (code, updated_at) COMMENT 'the drafts of one item',
  CONSTRAINT draft_kind CHECK (kind IN ('ITEM', 'PACKAGE')),
  CONSTRAINT draft_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'DISCARDED')),
  CONSTRAINT draft_reviewed CHECK (review IS NOT NULL OR state NOT IN ('SUBMITTED', 'PUBLISHED'))
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE draft_hand (
  draft    VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  username VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'wrote or submitted it, so may not publish it',
  PRIMARY KEY (draft, username),
  CONSTRAINT draft_hand_draft FOREIGN KEY (draft) REFERENCES draft (id)
) DEFAULT CHARACTER SET utf8mb4;
