import { findMin } from '../../shared/min-max';
import type { ParagraphMark } from './parse-paragraph-mark';

const SECTION_KINDS: ReadonlySet<ParagraphMark['kind']> = new Set(['part', 'capital', 'roman']);
/** "T9" → "T": months stand beside months. */
const getUnit = (label: string): string => label.replace(/(?:[IVX]+|\d).*$/u, '');

/** Returns true if items of the kind below a period stand above it too: then it says when the one above is due. */
function isBelowItem(marks: readonly (ParagraphMark | null)[], at: number): boolean {
  const next = marks[at + 1];
  if (next?.kind === 'number' && next.label === '1') return false;
  const start = marks.slice(0, at).findLastIndex((mark) => mark !== null && SECTION_KINDS.has(mark.kind));
  return (
    next !== undefined && next !== null && marks.slice(start + 1, at).some((mark) => mark?.kind === next.kind)
  );
}

/**
 * Finds which periods in lines of their own ("THÁNG 9") are headings, by index: there are several of a unit, and the
 * first stands above the first item. "KẾ HOẠCH CÔNG TÁC / THÁNG 9" is a title, "Tháng 9" below "1. Kiểm kê kho sách" its
 * timing.
 *
 * @param marks what each paragraph begins with
 */
export function findPeriodHeadings(marks: readonly (ParagraphMark | null)[]): Set<number> {
  // Months beside bare texts are the cells of a table.
  if (marks.every((mark) => mark === null || mark.kind === 'period')) return new Set();
  const byUnit = new Map<string, number[]>();
  marks.forEach((mark, index) => {
    if (mark?.kind !== 'period') return;
    const unit = getUnit(mark.label);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), index]);
  });
  const headings = [...byUnit.values()].filter(
    (indexes) => indexes.length > 1 && !isBelowItem(marks, indexes[0]!),
  );
  const several = headings.flat();
  // A quarter among months is one too.
  const single = [...byUnit.values()].filter(
    (indexes) => indexes.length === 1 && indexes[0]! > findMin(several),
  );
  return new Set([...several, ...single.flat()]);
}
