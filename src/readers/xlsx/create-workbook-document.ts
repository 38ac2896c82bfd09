import { appendAll } from '../../shared/append-all';
import { err, ok, type Result } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_POSITIONS, MAX_TABLE_ROWS } from '../table-limits';
import { buildSheetTable } from './build-sheet-table';
import type { SheetContent } from './read-sheet';
import type { SheetReference } from './read-workbook-parts';
import { createSheetWarnings } from './sheet-warnings';

/** A sheet of a workbook that is no .xlsx, as its reader hands it over. */
export type WorkbookSheet = { sheet: Omit<SheetReference, 'part'>; content: SheetContent };

/** Makes the document of a workbook without its sheets. */
export const createEmptyDocument = (file: string, date1904: boolean): RawDocument => ({
  source: 'xlsx',
  file,
  blocks: [],
  warnings: [],
  ...(date1904 && { date1904 }),
});

/**
 * Builds the document of a workbook: one table a sheet that holds text, with the warnings of `readXlsx`.
 * Problems: too-many-rows, file-too-large.
 */
export function createWorkbookDocument(
  sheets: Iterable<WorkbookSheet>,
  file: string,
  date1904 = false,
): Result<RawDocument> {
  const document = createEmptyDocument(file, date1904);
  let characters = 0;
  for (const { sheet, content } of sheets) {
    const reference = { ...sheet, part: '' };
    for (const { cells } of content.rows) for (const { text } of cells) characters += text.length;
    if (characters > MAX_DOCUMENT_CHARACTERS) return err('file-too-large', { file });
    const table = buildSheetTable(content, reference, file);
    if (!table && content.missingTexts.count === 0) continue;
    appendAll(document.warnings, createSheetWarnings(content, reference, file));
    if (!table) continue;
    if (table.rowCount > MAX_TABLE_ROWS || table.rowCount * table.columnCount > MAX_TABLE_POSITIONS)
      return err('too-many-rows', table.place, { rows: table.rowCount, limit: MAX_TABLE_ROWS });
    document.blocks.push(table);
  }
  return ok(document);
}
