import { formatAddress, quoteSheetName } from '@phuluc/ooxml/a1';
import type { CellRange, ErrorValue, SheetModel, WorkbookModel } from '../model/types';
import type { Evaluator } from './evaluator';
import type { RangeEntry } from './range-registry';

export type CellPosition = { sheetId: string; row: number; column: number };

/** A formula ready to be calculated, and what it reads. */
export type CompiledFormula = {
  /** Calculates the formula without the library; null where only the library can. */
  evaluate: Evaluator | null;
  /** The formula as the library reads it; '' where it is not needed. */
  text: string;
  /** Single cells. */
  cells: CellPosition[];
  /** Areas read as arrays. */
  areas: RangeEntry[];
  /** Cells whose arrays are read as far as they spill (A1#). */
  spills: CellPosition[];
  /** Areas of which the library itself must see the cells. */
  references: { sheetId: string; area: CellRange }[];
  /** Reads cells that are known only when it is calculated (INDIRECT, OFFSET). */
  isDynamic: boolean;
  /** To be calculated every time. */
  isVolatile: boolean;
  /** To be calculated on another day. */
  readsToday: boolean;
  /** Reads another workbook: what the file says it gave is kept. */
  isForeign: boolean;
};

export function createCompiledFormula(): CompiledFormula {
  return {
    evaluate: null,
    text: '',
    cells: [],
    areas: [],
    spills: [],
    references: [],
    isDynamic: false,
    isVolatile: false,
    readsToday: false,
    isForeign: false,
  };
}

/** An error as the library reads it inside a formula. */
export const formatErrorCall = (code: ErrorValue['error']): string => `HOST_ERROR("${code}")`;

export const formatSheetPrefix = (sheet: SheetModel): string => `${quoteSheetName(sheet.name)}!`;
export function formatCellReference(sheet: SheetModel, row: number, column: number): string {
  return `${formatSheetPrefix(sheet)}${formatAddress(row, column)}`;
}

/** A cell as three arguments of the host's functions. */
export function formatCellArguments(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
): string {
  return `${workbook.sheets.indexOf(sheet)},${row},${column}`;
}
