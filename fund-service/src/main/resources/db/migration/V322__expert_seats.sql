-- Several experts on a case: one seat each, drawn again with a seed of its own when its expert steps off.
ALTER TABLE expert
  ADD COLUMN enterprises TEXT NULL COMMENT 'credit codes of whom the expert is employed by or tied to, JSON';

ALTER TABLE expert_draw
  ADD COLUMN seat           INT          NOT NULL DEFAULT 1,
  ADD COLUMN turn           INT          NOT NULL DEFAULT 1 COMMENT 'counts the draws for the seat',
  ADD COLUMN criteria       TEXT         NULL COMMENT 'what marks are asked for, as it was at the draw, JSON',
  ADD COLUMN marks          TEXT         NULL COMMENT 'the marks given, JSON',
  ADD COLUMN recused_at     DATETIME(6)  NULL,
  ADD COLUMN recusal_ground VARCHAR(20)  COLLATE utf8mb4_bin NULL,
  ADD COLUMN recusal_reason VARCHAR(500) NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (filing_id, seat, turn),
  ADD UNIQUE KEY expert_draw_once (filing_id, expert) COMMENT 'nobody is drawn twice for a case',
  ADD CONSTRAINT expert_draw_ground CHECK (recusal_ground IN ('OWN', 'TIE', 'EARLIER_STEP', 'INACTIVE')),
  ADD CONSTRAINT expert_draw_recused CHECK (recused_at IS NULL OR score IS NULL);

CREATE TABLE expert_panel (
  scope    VARCHAR(26) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY COMMENT 'a call''s id or an item''s code; the call goes before the item',
  experts  INT         NOT NULL,
  criteria TEXT        NOT NULL COMMENT 'JSON; an empty list asks for one mark of 0 to 100',
  set_by   VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
  set_at   DATETIME(6) NOT NULL,
  CONSTRAINT expert_panel_size CHECK (experts BETWEEN 1 AND 9)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
