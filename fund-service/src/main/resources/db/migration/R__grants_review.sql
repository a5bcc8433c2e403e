-- The runtime user of the review. Limits and delegations are added, never rewritten; of a delegation only its end is set.
GRANT SELECT, INSERT ON approval_limit TO ${runtime};
