/** The clauses of a filing's frozen answer: those of the record it claims, where the item is judged by records. */
export function clausesOf({ trace, project }) {
  if (!trace) return [];
  return trace.records?.find(({ ref }) => ref === project)?.clauses ?? trace.clauses ?? [];
}
