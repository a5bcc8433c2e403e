-- An approver's power to sign, lent to another for a time; and on a step, whose power it was.
CREATE TABLE delegation (
  id         VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  approver   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  delegate   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  starts_on  DATE         NOT NULL,
  ends_on    DATE         NOT NULL COMMENT 'counts to its end',
  reason     VARCHAR(500) NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  ended_at   DATETIME(6)  NULL COMMENT 'ended early',
  KEY delegation_delegate (delegate, ends_on) COMMENT 'whether a signature for another is covered: approve',
  KEY delegation_approver (approver, starts_on) COMMENT 'what an approver delegated: GET /delegations',
  CONSTRAINT delegation_days CHECK (ends_on >= starts_on),
  CONSTRAINT delegation_persons CHECK (approver <> delegate)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

ALTER TABLE filing_step ADD COLUMN on_behalf_of VARCHAR(80) COLLATE utf8mb4_bin NULL COMMENT 'who delegated the step to the person';
