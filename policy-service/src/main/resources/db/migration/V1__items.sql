CREATE TABLE catalogue_version (
  version    INT         NOT NULL PRIMARY KEY COMMENT 'articles and shared terms that item versions are read with',
  articles   MEDIUMTEXT  NOT NULL COMMENT 'JSON',
  terms      MEDIUMTEXT  NOT NULL COMMENT 'JSON: common conditions, documents, departments, claim lines, sources',
  created_at DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE item_version (
  code          VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version       INT         NOT NULL,
  catalogue     INT         NOT NULL,
  state         VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  content       MEDIUMTEXT  NOT NULL COMMENT 'JSON as the item schema says; never changed once published',
  in_force_from DATE        NOT NULL,
  in_force_to   DATE        NULL COMMENT 'last day; null while not superseded',
  created_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (code, version),
  CONSTRAINT item_version_catalogue FOREIGN KEY (catalogue) REFERENCES catalogue_version (version),
  CONSTRAINT item_version_state CHECK (state IN ('DRAFT', 'REVIEWED', 'PUBLISHED')),
  CONSTRAINT item_version_span CHECK (in_force_to IS NULL OR in_force_to >= in_force_from)
) DEFAULT CHARACTER SET utf8mb4;
