import { cellAddress, quoteSheetName } from '../model/address';
import type { Area, ErrorValue, SheetModel, WorkbookModel } from '../model/types';
import type { AreaEntry } from './areas';

export type CellSpot = { sheetId: string; row: number; column: number };

/** A formula in the words of the calculation library, and what it reads. */
export type Compiled = {
  text: string;
  /** Single cells. */
  cells: CellSpot[];
  /** Areas read as arrays. */
  areas: AreaEntry[];
  /** Cells whose arrays are read as far as they spill (A1#). */
  spills: CellSpot[];
  /** Areas of which the library itself must see the cells. */
  references: { sheetId: string; area: Area }[];
  /** Reads cells that cannot be told beforehand (INDIRECT, OFFSET). */
  isDynamic: boolean;
  /** To be calculated every time. */
  isVolatile: boolean;
  /** To be calculated on another day. */
  readsToday: boolean;
  /** Reads another workbook: what the file says it gave is kept. */
  isForeign: boolean;
};

export function newCompiled(): Compiled {
  return {
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
export const errorText = (code: ErrorValue['error']): string => `HOST_ERROR("${code}")`;

export const sheetText = (sheet: SheetModel): string => `${quoteSheetName(sheet.name)}!`;
export function cellText(sheet: SheetModel, row: number, column: number): string {
  return `${sheetText(sheet)}${cellAddress(row, column)}`;
}

/** A cell as three arguments of the host's functions. */
export function spotText(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): string {
  return `${workbook.sheets.indexOf(sheet)},${row},${column}`;
}
