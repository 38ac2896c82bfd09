import { openPackageParts } from '@phuluc/ooxml/open-package-parts';
import { isZip } from '@phuluc/ooxml/zip/open-zip';
import { openParsedWorkbook } from '../consolidation/reader/open-parsed-workbook';
import { openScannedWorkbook, UnscannablePartError } from '../consolidation/reader/open-scanned-workbook';
import type { SheetInfo, WorkbookReader } from '../consolidation/reader/workbook-reader';
import type { LowerWorkbook } from '../consolidation/run/group-results';
import type { CellValue } from '../sheets/cell-value';
import { CONSOLIDATION_METADATA_SHEET, readConsolidationMetadata } from './consolidation-metadata';
import { DATA_TABLE, DATA_TABLE_SCHEMA, toLedgerEntry } from './tables/data-table';
import { readTableRows } from './tables/sync-table';

/** Values from A1; what is not filled is ''. */
function toGrid(workbook: WorkbookReader, sheet: SheetInfo): CellValue[][] | null {
  const cells = workbook.cells(sheet);
  if (!cells.ok) return null;
  const grid: CellValue[][] = [];
  for (const { row, cells: line } of cells.value.rows) {
    const values: CellValue[] = [];
    for (const { column, value } of line) values[column] = value;
    grid[row] = Array.from(values, (value) => value ?? '');
  }
  return Array.from(grid, (line) => line ?? []);
}

function extractLowerWorkbook(workbook: WorkbookReader): LowerWorkbook | null {
  const recordSheet = workbook.sheets.find(({ name }) => name === CONSOLIDATION_METADATA_SHEET);
  const recordCells = recordSheet ? toGrid(workbook, recordSheet) : null;
  const metadataSheet = recordCells ? readConsolidationMetadata(recordCells) : null;
  const tables = workbook.tables();
  const table = tables.ok ? tables.value.find(({ name }) => name === DATA_TABLE) : undefined;
  const grid = table ? toGrid(workbook, table.sheet) : null;
  if (!table || !grid) return null;
  const { top, left, bottom, right } = table.range;
  const values = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from(
      { length: right - left + 1 },
      (_unused, column): CellValue => grid[top + row]?.[left + column] ?? '',
    ),
  );
  const rows = readTableRows(DATA_TABLE_SCHEMA, {
    table: DATA_TABLE,
    sheet: table.sheet.name,
    top,
    left,
    values,
  });
  const entries = rows.map(toLedgerEntry);
  if (!metadataSheet)
    return entries.length === 0
      ? null
      : {
          level: { code: '', name: '', label: '', below: '' },
          annex: null,
          fingerprint: '',
          contentDate: workbook.modified,
          entries,
          problems: ['consolidation-record-missing'],
        };
  const { level, annex, fingerprint, whole: total } = metadataSheet.metadata;
  return {
    level,
    annex,
    fingerprint,
    contentDate: workbook.modified,
    entries,
    ...(total && { fullLedgerPath: total.folder }),
  };
}

/**
 * Reads a file as the consolidation workbook of a lower level, by its hidden sheet and its table, wherever they stand
 * now; corrections made there are part of what it reports. Where the hidden sheet is gone or holds something else, the
 * table is read all the same, and whose it is must be asked.
 * @returns null if the file is no such workbook
 * @throws for an error that is not about the contents of the file
 */
export function readLowerWorkbook(bytes: Uint8Array): LowerWorkbook | null {
  if (!isZip(bytes)) return null;
  const parts = openPackageParts(bytes);
  if (!parts.ok) return null;
  try {
    return extractLowerWorkbook(openScannedWorkbook(parts.value));
  } catch (reason) {
    if (!(reason instanceof UnscannablePartError)) throw reason;
    const slow = openParsedWorkbook(parts.value);
    return slow.ok ? extractLowerWorkbook(slow.value) : null;
  }
}
