/** Leaves out what would be "0": the template drops such a part. */
export function hideZeros(counts: Readonly<Record<string, number>>): Record<string, number | string> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count || '']));
}
