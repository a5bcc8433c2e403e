-- What is drawn and not scored is read from one index, for one expert and for all.
ALTER TABLE expert_draw
  DROP KEY expert_draw_expert,
  ADD KEY expert_draw_waiting (score, recused_at, expert) COMMENT 'who has to score what: GET /queue';
