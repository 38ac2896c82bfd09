import { type CellRange, parseCellRange } from '@phuluc/ooxml/a1';
import type { Result } from '../../shared/result';
import type { SheetCells } from './sheet-cells';

export type SheetInfo = { name: string; part: string; hidden: boolean };

/** An Excel table where it stands now, without its row of totals. */
export type TableInfo = { name: string; sheet: SheetInfo; range: CellRange };

/** What a reader asks of a workbook. Nothing is read before it is asked for. */
export type WorkbookReader = {
  sheets: readonly SheetInfo[];
  date1904: boolean;
  /** When it was last saved, as it says itself: ISO time, or ''. */
  modified: string;
  tables: () => Result<TableInfo[]>;
  /** `columns`: only so many from the left are wanted. */
  cells: (sheet: SheetInfo, columns?: number) => Result<SheetCells>;
};

/** A table by the attributes of its part; none where its place is not an area. */
export function toTableInfos(sheet: SheetInfo, name: string, ref: string, totals: string): TableInfo[] {
  const area = parseCellRange(ref);
  const last = Number(totals);
  return area ? [{ name, sheet, range: { ...area, bottom: area.bottom - (last > 0 ? last : 0) } }] : [];
}
