import { type CellRange, formatAddress } from '@phuluc/ooxml/a1';
import type { OfficePackage } from '@phuluc/ooxml/open-package';
import { scanSheet, type StoredCell } from '@phuluc/ooxml/scan-sheet';
import type { IsoDate } from '../../shared/dates';
import { err, ok, type Result } from '../../shared/result';
import type { FontedText } from '../fonted-text';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_ROWS } from '../table-limits';
import { getStoredDate } from './format-cell-number';
import { formatCellText, isTextCell } from './format-cell-text';
import type { WorkbookParts } from './read-workbook-parts';
import { createRichTextCollector } from './rich-text-collector';

export type SheetCell = FontedText & { column: number; date?: IsoDate };
export type SheetRow = { row: number; hidden: boolean; cells: SheetCell[] };
/** Something that was noticed in several cells: how often, and where first. */
export type Sighting = { count: number; first: string };

/** The rows of a sheet that hold text, with what else matters to a reader. Indices are 0-based. */
export type SheetContent = {
  rows: SheetRow[];
  merges: CellRange[];
  hiddenColumns: { first: number; last: number }[];
  /** Cells that pictures stand on, of a format whose reader meets them. */
  pictures: CellRange[];
  /** Formulas without a cached value, and texts that begin with "=". */
  formulasWithoutValue: Sighting;
  formulaTexts: Sighting;
  /** Cells that refer to a text that the workbook does not have. */
  missingTexts: Sighting;
};

export type SheetLimits = {
  /** Rows with text. */
  rows: number;
  /** Rows and cells written down, with text or not: formats alone may fill a million. */
  rowsScanned: number;
  cellsScanned: number;
  characters: number;
};

const DEFAULT_SHEET_LIMITS: SheetLimits = {
  rows: MAX_TABLE_ROWS,
  rowsScanned: 200_000,
  cellsScanned: 2_000_000,
  characters: MAX_DOCUMENT_CHARACTERS,
};
const MAX_MERGES = 100_000;

/** Returns the content of a sheet in which nothing was found yet. */
export function createEmptyContent(): SheetContent {
  return {
    rows: [],
    merges: [],
    hiddenColumns: [],
    pictures: [],
    formulasWithoutValue: { count: 0, first: '' },
    formulaTexts: { count: 0, first: '' },
    missingTexts: { count: 0, first: '' },
  };
}

/**
 * Reads a sheet as it is inflated, in memory bounded by its text. The used range is not believed; only rows that
 * hold text count. Problems: those of the part; too-many-rows, file-too-large.
 */
export function readSheet(
  office: OfficePackage,
  part: string,
  parts: WorkbookParts,
  limits: SheetLimits = DEFAULT_SHEET_LIMITS,
): Result<SheetContent> {
  const content = createEmptyContent();
  let characters = 0;
  let row: SheetRow = { row: -1, hidden: false, cells: [] };
  let columnsSeen = new Set<number>();
  const rich = createRichTextCollector();

  const readCell = (cell: StoredCell): void => {
    const address = formatAddress(cell.row, cell.column);
    if (cell.type === 's' && cell.value && !parts.strings[Number(cell.value)])
      recordSighting(content.missingTexts, address);
    const text = formatCellText(cell, rich.consume(), parts);
    characters += text.text.length;
    if (cell.formula && hasNoValue(cell)) recordSighting(content.formulasWithoutValue, address);
    else if (!cell.formula && isTextCell(cell.type) && /^\s*=/.test(text.text))
      recordSighting(content.formulaTexts, address);
    if ((text.text === '' && text.struck === undefined) || columnsSeen.has(cell.column)) return;
    columnsSeen.add(cell.column);
    if (row.cells.length === 0) content.rows.push(row);
    const date = getCellDate(cell, parts);
    row.cells.push({ column: cell.column, ...text, ...(date !== null && { date }) });
  };
  const isOverLimit = (): boolean => content.rows.length > limits.rows || characters > limits.characters;

  const scan = scanSheet(
    office,
    part,
    {
      row: (index, hidden) => {
        row = { row: index, hidden, cells: [] };
        columnsSeen = new Set();
      },
      cell: readCell,
      inlineText: rich,
      merge: (range) => content.merges.push(range),
      hiddenColumns: (first, last) => content.hiddenColumns.push({ first, last }),
      isDone: isOverLimit,
    },
    { rows: limits.rowsScanned, cells: limits.cellsScanned, merges: MAX_MERGES },
  );
  if (!scan.ok) return scan;
  if (scan.value.exceeded || content.rows.length > limits.rows) {
    const rows = Math.max(scan.value.rows, content.rows.length);
    return err('too-many-rows', {}, { rows, limit: limits.rows });
  }
  if (characters > limits.characters) return err('file-too-large', {}, { characters });
  return ok(content);
}

function getCellDate(
  { type, style, value }: StoredCell,
  { styles, date1904 }: WorkbookParts,
): IsoDate | null {
  return type === 'n' ? getStoredDate(Number(value), styles[style]?.format ?? 'General', date1904) : null;
}

/** Some writers leave an empty value beside a formula they did not calculate; an empty text is one. */
const hasNoValue = ({ type, value }: StoredCell): boolean =>
  value === null || (value === '' && type !== 'str');

function recordSighting(sighting: Sighting, address: string): void {
  if (sighting.count++ === 0) sighting.first = address;
}
