import type { CellRange } from './types';

/** Excel's own codes (Excel.ErrorCodes of the API), so that the far end can pass them on unchanged. */
export type ExcelErrorCode =
  | 'AccessDenied'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'MergedRangeConflict'
  | 'NonBlankCellOffSheet'
  | 'NotImplemented'
  | 'RangeExceedsLimit';

/** How cells changed, in the words of Excel.DataChangeType. */
export type DataChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** What an operation did, for events and for recalculation. Areas are those of the sheet after the change. */
export type ModelChange =
  | { kind: 'cells'; sheetId: string; area: CellRange; type: DataChangeType }
  | {
      kind: 'table';
      sheetId: string;
      tableId: string;
      type: 'added' | 'deleted' | 'renamed' | 'resized' | 'filtered';
    }
  | { kind: 'formats'; sheetId: string; area: CellRange }
  | { kind: 'merges'; sheetId: string; area: CellRange }
  | { kind: 'names' }
  | { kind: 'sheet'; sheetId: string; type: 'added' | 'deleted' | 'renamed' };

/** What came of an operation: its value and what changed, or Excel's refusal. A refusal changed nothing. */
export type EditResult<T = void> =
  { ok: true; value: T; changes: ModelChange[] } | { ok: false; code: ExcelErrorCode; message: string };

export type Failure = Extract<EditResult, { ok: false }>;

export const err = (code: ExcelErrorCode, message: string): Failure => ({ ok: false, code, message });

export const ok = <T>(value: T, ...changes: ModelChange[]): EditResult<T> => ({ ok: true, value, changes });
