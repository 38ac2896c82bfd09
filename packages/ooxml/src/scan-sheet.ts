import { type CellRange, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, parseAddress, parseCellRange } from './a1';
import type { OfficePackage } from './open-package';
import { ok, type Result } from './result';
import type { XmlAttributes, XmlHandler } from './xml/read-xml';
import { isTrueValue } from './xml/xml-tree';

/** A cell as written: type (ST_CellType), style index, the text of its value, whether a formula made it. */
export type StoredCell = {
  /** 0-based. */
  row: number;
  column: number;
  type: string;
  style: number;
  /** Null without a value element, '' for an empty one. */
  value: string | null;
  formula: boolean;
};

export type SheetHandler = {
  /** Begins a row (0-based). */
  row: (row: number, hidden: boolean) => void;
  /** Ends a cell. Cells beyond the sheet's last row or column are left out. */
  cell: (cell: StoredCell) => void;
  /** Receives the content of a cell's `is` element, before the cell itself. */
  inlineText: Required<Pick<XmlHandler, 'close' | 'text'>> & {
    open: (name: string, attributes: XmlAttributes) => void;
  };
  merge?: (range: CellRange) => void;
  /** Receives the 0-based first and last column of a `col` element that hides its columns. */
  hiddenColumns?: (first: number, last: number) => void;
  /** Returns true to end the scan, after any element. */
  isDone?: () => boolean;
};

/** Rows and cells that are written down, with or without content, and merged ranges. */
export type SheetScanLimits = { rows: number; cells: number; merges: number };

/** `exceeded`: the scan ended at a limit of rows or cells. */
export type SheetScan = { rows: number; cells: number; exceeded: boolean };

/**
 * Reads the rows and cells of a worksheet part while it is being inflated, whatever XML it is written in. The
 * declared dimension is ignored; a row or cell without a reference follows the one before it.
 * Problems: as `readXml`.
 */
export function scanSheet(
  office: OfficePackage,
  part: string,
  handler: SheetHandler,
  limits: SheetScanLimits,
): Result<SheetScan> {
  const { inlineText } = handler;
  const scan: SheetScan = { rows: 0, cells: 0, exceeded: false };
  let merges = 0;
  let row = -1;
  let column = -1;
  let cell: StoredCell | null = null;
  let inside: 'value' | 'inline' | null = null;

  const openRow = ({ r, hidden, ht }: XmlAttributes): void => {
    row = r === undefined ? row + 1 : Number(r) - 1;
    column = -1;
    scan.rows++;
    handler.row(row, isTrueValue(hidden) || Number(ht ?? 1) === 0);
  };
  const openCell = ({ r, t, s }: XmlAttributes): void => {
    column = (r === undefined ? null : parseAddress(r))?.column ?? column + 1;
    cell = { row, column, type: t ?? 'n', style: Number(s ?? 0), value: null, formula: false };
    scan.cells++;
  };
  const openInCell = (open: StoredCell, name: string, attributes: XmlAttributes): void => {
    if (name === 'x:v') {
      inside = 'value';
      open.value = '';
    } else if (name === 'x:is' && isOnSheet(open)) inside = 'inline';
    else if (name === 'x:f') open.formula = true;
    else if (inside === 'inline') inlineText.open(name, attributes);
  };
  const openOther = (name: string, { ref, hidden, width, min, max }: XmlAttributes): void => {
    if (name === 'x:mergeCell') {
      const range = parseCellRange(ref ?? '');
      if (range && merges++ < limits.merges) handler.merge?.(range);
    } else if (name === 'x:col' && (isTrueValue(hidden) || Number(width ?? 1) === 0))
      handler.hiddenColumns?.(Number(min) - 1, Number(max) - 1);
  };

  const outcome = office.readXml(part, {
    open: (name, attributes) => {
      if (cell) openInCell(cell, name, attributes);
      else if (name === 'x:row') openRow(attributes);
      else if (name === 'x:c') openCell(attributes);
      else openOther(name, attributes);
      scan.exceeded = scan.rows > limits.rows || scan.cells > limits.cells;
      return scan.exceeded || handler.isDone?.() ? 'stop' : undefined;
    },
    text: (text) => {
      if (inside === 'value' && cell) cell.value += text;
      else if (inside === 'inline') inlineText.text(text);
    },
    close: (name) => {
      if (name === 'x:v' || name === 'x:is') inside = null;
      else if (inside === 'inline') inlineText.close(name);
      else if (name === 'x:c' && cell) {
        if (isOnSheet(cell)) handler.cell(cell);
        cell = null;
      }
    },
  });
  return outcome.ok ? ok(scan) : outcome;
}

function isOnSheet({ row, column }: StoredCell): boolean {
  return row >= 0 && row < MAX_SHEET_ROWS && column >= 0 && column < MAX_SHEET_COLUMNS;
}
