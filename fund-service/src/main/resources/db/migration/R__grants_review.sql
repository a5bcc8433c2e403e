-- The runtime user of the review. Limits and delegations are added, never rewritten; of a delegation only its end is set.
GRANT SELECT, INSERT ON approval_limit TO ${runtime};
GRANT SELECT, INSERT, UPDATE (ended_at) ON delegation TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON expert_panel TO ${runtime};
