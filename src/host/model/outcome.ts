import type { Area } from './types';

/** Excel's own codes (Excel.ErrorCodes of the API), so that the far end can pass them on unchanged. */
export type ErrorCode =
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
export type Change =
  | { kind: 'cells'; sheetId: string; area: Area; type: DataChangeType }
  | {
      kind: 'table';
      sheetId: string;
      tableId: string;
      type: 'added' | 'deleted' | 'renamed' | 'resized' | 'filtered';
    }
  | { kind: 'formats'; sheetId: string; area: Area }
  | { kind: 'merges'; sheetId: string; area: Area }
  | { kind: 'names' }
  | { kind: 'sheet'; sheetId: string; type: 'added' | 'deleted' | 'renamed' };

/** What came of an operation: its value and what changed, or Excel's refusal. A refusal changed nothing. */
export type Outcome<T = void> =
  { ok: true; value: T; changes: Change[] } | { ok: false; code: ErrorCode; message: string };

export type Refusal = Extract<Outcome, { ok: false }>;

export const refuse = (code: ErrorCode, message: string): Refusal => ({ ok: false, code, message });

export const done = <T>(value: T, ...changes: Change[]): Outcome<T> => ({ ok: true, value, changes });
