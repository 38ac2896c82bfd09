import type { Result } from '../../annex/problem';
import { parseArea, type Area } from '../../intake/xlsx/address';
import type { SheetCells } from './cells';

export type BookSheet = { name: string; part: string; hidden: boolean };

/** An Excel table where it stands now, without its row of totals. */
export type BookTable = { name: string; sheet: BookSheet; area: Area };

/** What a reader asks of a workbook. Nothing is read before it is asked for. */
export type Book = {
  sheets: readonly BookSheet[];
  date1904: boolean;
  /** When it was last saved, as it says itself: ISO time, or ''. */
  modified: string;
  tables: () => Result<BookTable[]>;
  /** `columns`: only so many from the left are wanted. */
  cells: (sheet: BookSheet, columns?: number) => Result<SheetCells>;
};

/** A table by the attributes of its part; none where its place is not an area. */
export function tableOf(sheet: BookSheet, name: string, ref: string, totals: string): BookTable[] {
  const area = parseArea(ref);
  const last = Number(totals);
  return area ? [{ name, sheet, area: { ...area, bottom: area.bottom - (last > 0 ? last : 0) } }] : [];
}
