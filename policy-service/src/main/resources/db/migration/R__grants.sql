-- What is published never changes: the runtime user may only close a version's span.
GRANT SELECT, INSERT ON catalogue_version TO ${runtime};
GRANT SELECT, INSERT, UPDATE (in_force_to, state) ON item_version TO ${runtime};
