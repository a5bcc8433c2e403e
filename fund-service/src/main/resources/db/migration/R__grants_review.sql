-- The runtime user of the review. Limits and delegations are added, never rewritten; of a delegation only its end is set.
GRANT SELECT, INSERT ON approval_limit TO ${runtime};
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision) ON approval_limit_proposal TO ${runtime};
GRANT SELECT, INSERT, UPDATE (ended_at) ON delegation TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON expert_panel TO ${runtime};
GRANT SELECT, INSERT, DELETE ON office_member TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON joint_opinion TO ${runtime};
GRANT SELECT, INSERT, UPDATE (applied_call, applied_by, applied_at) ON allocation TO ${runtime};
GRANT SELECT, INSERT ON allocation_share TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON stacking_hold TO ${runtime};
