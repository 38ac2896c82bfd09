import { createRange } from '@phuluc/ooxml/a1';
import type { Operation } from '../sheets/operation';
import { hasSheet } from '../sheets/sheet-names';
import { buildMetadataSheet, buildSchemaRow, METADATA_SHEET, type MetadataRow } from './metadata-sheet';
import type { WorkbookMetadata } from './school-workbook';
import { type Snapshot } from './snapshot';

/** Columns of the hidden sheet that a row may fill: key, meta, and the largest change that is kept. */
const COLUMN_COUNT = 24;

function createRowOperations({ row, cells }: MetadataRow, isNew: boolean): Operation[] {
  return [
    ...(isNew
      ? []
      : [
          {
            kind: 'clear-cells',
            sheet: METADATA_SHEET,
            area: createRange(row, 0, 1, COLUMN_COUNT),
          } satisfies Operation,
        ]),
    ...(cells.length === 0
      ? []
      : [
          {
            kind: 'write-blocks',
            sheet: METADATA_SHEET,
            blocks: [{ row, column: 0, numberFormats: cells.map(() => '@'), cells: [cells] }],
          } satisfies Operation,
        ]),
  ];
}

/** Writes rows of the hidden sheet, which is made where it is not there; `metadata` is that of the workbook afterwards. */
export function createMetadataSheetOperations(
  snapshot: Snapshot,
  metadata: WorkbookMetadata | null,
  rows: readonly MetadataRow[],
): Operation[] {
  const isNew = !hasSheet(snapshot, METADATA_SHEET);
  return [
    ...(isNew
      ? [{ kind: 'add-sheets', sheets: [buildMetadataSheet()], activate: null } satisfies Operation]
      : []),
    ...[buildSchemaRow(metadata), ...rows].flatMap((row) => createRowOperations(row, isNew)),
  ];
}
