import { areaOf } from './address';
import { RECORD_SHEET, recordSheet, schemaRow } from './record';
import type { RecordRow } from './record';
import { hasSheet } from './snapshot';
import type { Snapshot } from './snapshot';
import type { Step } from './step';

/** Columns of the hidden sheet that a row may fill: key, meta, and the largest change that is kept. */
const COLUMNS = 24;

function rowSteps({ row, cells }: RecordRow, isNew: boolean): Step[] {
  return [
    ...(isNew
      ? []
      : [{ kind: 'clear-cells', sheet: RECORD_SHEET, area: areaOf(row, 0, 1, COLUMNS) } satisfies Step]),
    ...(cells.length === 0
      ? []
      : [
          {
            kind: 'write-blocks',
            sheet: RECORD_SHEET,
            blocks: [{ row, column: 0, numberFormats: cells.map(() => '@'), cells: [cells] }],
          } satisfies Step,
        ]),
  ];
}

/** Writes rows of the hidden sheet, which is made where it is not there. */
export function recordSteps(snapshot: Snapshot, rows: readonly RecordRow[]): Step[] {
  const isNew = !hasSheet(snapshot, RECORD_SHEET);
  return [
    ...(isNew ? [{ kind: 'add-sheets', sheets: [recordSheet()], activate: null } satisfies Step] : []),
    ...[schemaRow(), ...rows].flatMap((row) => rowSteps(row, isNew)),
  ];
}
