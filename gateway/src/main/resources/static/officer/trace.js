/** The clauses of a filing's frozen answer: those of the record it claims, where the item is judged by records, with the enterprise's own. */
export function clausesOf(filing) {
  const { trace } = filing;
  if (!trace) return [];
  if (Array.isArray(trace)) return trace;
  const records = trace.records ?? [];
  const record = records.find(({ ref }) => ref === filing.project) ?? records.find(({ verdict }) => verdict === trace.verdict);
  const own = trace.clauses ?? [];
  const of = record?.clauses ?? [];
  const seen = new Set(own.map(({ clause }) => clause));
  return [...own, ...of.filter(({ clause }) => !seen.has(clause))];
}
