import { dequal } from 'dequal';

/**
 * Returns true if two values of plain data are equal. An absent member equals one that is undefined: both are
 * written to a workbook in the same way.
 */
export function isEqual(a: unknown, b: unknown): boolean {
  return dequal(dropUndefined(a), dropUndefined(b));
}

function dropUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, dropUndefined(member)]),
  );
}
