import type { CellRange } from './types';

/** Excel's error codes (Excel.ErrorCodes of the API), which the protocol passes on unchanged. */
export type ExcelErrorCode =
  | 'AccessDenied'
  | 'FilteredRangeConflict'
  | 'FormulaLengthExceedsLimit'
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

/** How cells changed: the members of Excel.DataChangeType. */
type DataChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/**
 * What an operation changed, for events and for recalculation. Areas are those of the sheet after the change.
 */
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

/**
 * The result of an operation: its value and its changes, or Excel's error. After an error nothing has
 * changed.
 */
export type EditResult<T = void> =
  { ok: true; value: T; changes: ModelChange[] } | { ok: false; code: ExcelErrorCode; message: string };

export type Failure = Extract<EditResult, { ok: false }>;

export const err = (code: ExcelErrorCode, message: string): Failure => ({ ok: false, code, message });

export const ok = <T>(value: T, ...changes: ModelChange[]): EditResult<T> => ({ ok: true, value, changes });
