import { type CellRange, parseCellRange } from '@phuluc/ooxml/a1';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import type { Result } from '../../shared/result';
import type { SheetCells } from './sheet-cells';

export type SheetInfo = { name: string; part: string; hidden: boolean };

/** An Excel table where it stands now, without its row of totals. */
export type TableInfo = {
  name: string;
  sheet: SheetInfo;
  /** With the row of headers: where that is turned off, with the row above the first one. */
  range: CellRange;
  /** Names of the columns where no cells show them; null where the first row of the range does. */
  hiddenHeaders: readonly string[] | null;
};

/** What a reader asks of a workbook. Nothing is read before it is asked for. */
export type WorkbookReader = {
  sheets: readonly SheetInfo[];
  date1904: boolean;
  /** When it was last saved, as it says itself: ISO time, or ''. */
  modified: string;
  tables: () => Result<TableInfo[]>;
  /** `columns`: only so many from the left are wanted. */
  cells: (sheet: SheetInfo, columns?: number) => Result<SheetCells>;
  /** The cells that pictures and text boxes cover: what they say is not read. */
  pictures: (sheet: SheetInfo) => CellRange[];
};

/** What the part of a table says of it; '' for what it leaves out. */
export type TablePart = { name: string; ref: string; totals: string; headers: string; columns: string[] };

/** A table by the attributes of its part; none where its place is not an area. */
export function toTableInfos(
  sheet: SheetInfo,
  { name, ref, totals, headers, columns }: TablePart,
): TableInfo[] {
  const area = parseCellRange(ref);
  if (!area) return [];
  const isHeaderOff = headers === '0';
  const range = {
    ...area,
    top: area.top - (isHeaderOff ? 1 : 0),
    bottom: area.bottom - Math.max(0, Number(totals) || 0),
  };
  return [{ name, sheet, range, hiddenHeaders: isHeaderOff ? columns.map(unescapeXString) : null }];
}
