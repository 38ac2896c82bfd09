import { type OfficePackage, openPackage } from '@phuluc/ooxml/open-package';
import { appendAll } from '../../shared/append-all';
import { addFileName, err, ok, type Result } from '../../shared/result';
import type { RawDocument, RawTable } from '../raw-document';
import { MAX_TABLE_POSITIONS, MAX_TABLE_ROWS } from '../table-limits';
import { buildSheetTable } from './build-sheet-table';
import { createEmptyDocument } from './create-workbook-document';
import { readSheet } from './read-sheet';
import { readWorkbookParts, type SheetReference, type WorkbookParts } from './read-workbook-parts';
import { createSheetWarnings } from './sheet-warnings';

/**
 * Reads a workbook (.xlsx, .xlsm, .xltx; transitional or strict): one table per sheet that holds text, in the order
 * of the tabs, cells as printed. Hidden rows, columns and sheets are read like any other and named in warnings; all
 * rows of a hidden sheet are marked hidden.
 * Warnings: hidden-sheet, hidden-rows, hidden-columns, formula-without-value, formula-text, text-missing (each once a sheet, with
 * the first cell and the count). Problems: those of the package and its XML; too-many-rows, part-missing,
 * format-unsupported (not a workbook of cells).
 */
export function readXlsx(bytes: Uint8Array, file: string): Result<RawDocument> {
  const opened = openPackage(bytes);
  return addFileName(opened.ok ? readXlsxPackage(opened.value, file) : opened, file);
}

function readXlsxPackage(office: OfficePackage, file: string): Result<RawDocument> {
  const parts = readWorkbookParts(office);
  if (!parts.ok) return parts;
  const document = createEmptyDocument(file, parts.value.date1904);
  for (const sheet of parts.value.sheets) {
    const read = readSheetTable(office, sheet, parts.value, file);
    if (!read.ok) return read;
    if (read.value) document.blocks.push(read.value);
    appendAll(document.warnings, read.warnings);
  }
  return ok(document);
}

function readSheetTable(
  office: OfficePackage,
  sheet: SheetReference,
  parts: WorkbookParts,
  file: string,
): Result<RawTable | null> {
  const content = readSheet(office, sheet.part, parts);
  if (!content.ok) return addSheetName(content, sheet.name);
  const table = buildSheetTable(content.value, sheet, file);
  if (table && table.rowCount * table.columnCount > MAX_TABLE_POSITIONS)
    return err('too-many-rows', table.place, { rows: table.rowCount, limit: MAX_TABLE_ROWS });
  const hasContent = table !== null || content.value.missingTexts.count > 0;
  return ok(table, hasContent ? createSheetWarnings(content.value, sheet, file) : []);
}

function addSheetName<T>(result: Result<T>, sheet: string): Result<T> {
  return result.ok
    ? result
    : err(result.problems.map((problem) => ({ ...problem, place: { sheet, ...problem.place } })));
}
