import type { CellRange } from '@phuluc/ooxml/a1';
import type { CellValue } from '../sheets/cell-value';
import type { SheetState } from '../sheets/sheet-state';
import type { MetadataSheet } from './metadata-sheet';
import { type SettingId, type SettingValues } from './settings/setting-names';

/** The table of tasks as it stands: header row first. Positions are 0-based, on its sheet. */
export type TableSnapshot = {
  sheet: string;
  top: number;
  left: number;
  values: CellValue[][];
  /** As `Range.formulas`; null where no cell of the table has a formula. */
  formulas: unknown[][] | null;
  /** The header row is switched off: `values` begin with the first row of the body. */
  isHeaderOff?: boolean;
  /** Cells of the sheet above the header row, from A1. */
  head: CellValue[][];
};

/** A sheet's used area as it stands. */
export type SheetSnapshot = {
  sheet: string;
  top: number;
  left: number;
  formulas: CellValue[][];
  /** Names of its charts. */
  charts: string[];
};

/** The sheet to print as it stands: its table, the cells, and the widths of the table's columns in points. */
export type PrintSnapshot = {
  sheet: string;
  /** 0-based place of the header row and first column. */
  top: number;
  left: number;
  rows: number;
  columns: number;
  /** From A1. */
  values: CellValue[][];
  widths: number[];
};

/** The log of progress and its settings as they stand. */
export type ProgressSnapshot = {
  /** Null where there is no table `TienDo`. */
  log: TableSnapshot | null;
  /** Columns of the log that are formulas all the way down, and the formulas of its first row. */
  formulas: { whole: number[]; first: string[] };
  settings: SettingValues;
  /** Where the areas of the settings stand; an area whose name is gone is absent. */
  ranges: Partial<Record<SettingId, { sheet: string; area: CellRange }>>;
};

/** What an area of a sheet holds, as `Range.formulas`; 0-based. */
export type RangeSnapshot = { sheet: string; top: number; left: number; formulas: CellValue[][] };

/** The lines of the sheet *Văn bản* as they stand, its header row first. */
export type DocumentsSnapshot = { sheet: string; top: number; left: number; values: CellValue[][] };

/** What is read of a workbook before anything is planned. */
export type Snapshot = {
  sheets: SheetState[];
  tables: { name: string; sheet: string }[];
  /** Names of the workbook with what they refer to, as "='Tổng hợp'!$A$5:$K$6". */
  names: { name: string; formula: string }[];
  /** Null where the workbook has no table of tasks. */
  tasks: TableSnapshot | null;
  summary: SheetSnapshot | null;
  /** Null where the workbook has no sheet *Văn bản*. */
  documents?: DocumentsSnapshot | null;
  /** Absent where it was not asked for. */
  progress?: ProgressSnapshot;
  /** What papers ask of the settings; read with the sheet to print, and where it is asked for. */
  office?: SettingValues;
  /** Read where it is asked for; null where there is no sheet to print. */
  print?: PrintSnapshot | null;
  /** The table of targets; read where it is asked for, null where the workbook has none. */
  targets?: TableSnapshot | null;
  /** Areas of single cells that a change is about. */
  ranges?: RangeSnapshot[];
  metadataSheet: MetadataSheet;
};
