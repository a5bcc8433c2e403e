-- What is published never changes: the runtime user may only close a version's span.
GRANT SELECT, INSERT ON catalogue_version TO ${runtime};
GRANT SELECT, INSERT, UPDATE (in_force_to, state) ON item_version TO ${runtime};
-- A list is kept once made; only its state and what an officer takes out change.
GRANT SELECT, INSERT, UPDATE (state, version, decided_by, decided_at) ON entitlement_run TO ${runtime};
GRANT SELECT, INSERT, UPDATE (exclusion, officer, officer_name, officer_why, officer_at) ON entitlement_row TO ${runtime};
GRANT SELECT, UPDATE (stamp) ON catalogue_stamp TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON draft TO ${runtime};
GRANT SELECT, INSERT ON draft_hand TO ${runtime};
-- A simulation and a run never change once done; old ones are pruned.
GRANT SELECT, INSERT, DELETE ON simulation TO ${runtime};
GRANT SELECT, INSERT, DELETE ON simulation_change TO ${runtime};
GRANT SELECT, INSERT, UPDATE (state, done, total, beat_at, problem, result), DELETE ON match_run TO ${runtime};
GRANT SELECT, INSERT, DELETE ON match_run_part TO ${runtime};
