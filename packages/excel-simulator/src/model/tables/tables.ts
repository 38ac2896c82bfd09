import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import { getNumberFormat } from '../cell-formats';
import { clearRange, hasContent, writeCellContent } from '../cells';
import { appendAll } from '../collections';
import { type EditResult, err, type ModelChange, ok } from '../edit-result';
import { toNameKey } from '../formula-references';
import { insertCells } from '../insert-delete-cells';
import {
  findTable,
  renameColumnInAllFormulas,
  renameTableInAllFormulas,
  rewriteAllFormulas,
} from '../rewrite-formulas';
import { replaceStructuredReferences } from '../structured-references';
import type { CellRange, SheetModel, TableModel, WorkbookModel } from '../types';
import { checkTableName, getNextTableName } from '../valid-names';
import { formatDisplayText } from '../values/format-display-text';
import { getCell } from '../workbook';
import { createUniqueHeader, getTableColumnRange } from './table-columns';
import { clearTableFilters } from './table-filters';

const OVERLAP_MESSAGE =
  "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.";

/** Returns true if a table may cover the area: no other table, no merge. */
export function checkTableRange(sheet: SheetModel, area: CellRange, self?: TableModel) {
  return sheet.tables.some((table) => table !== self && areRangesIntersecting(table.area, area)) ||
    sheet.merges.some((merge) => areRangesIntersecting(merge, area))
    ? err('MergedRangeConflict', OVERLAP_MESSAGE)
    : null;
}

const TABLE_ID_START = '{00000000-000C-0000-FFFF-FFFF';

/** Reverses the bytes of a number in hexadecimal: 1 is "01000000" (and the reverse). */
const reverseBytes = (digits: string): string => digits.match(/../g)?.reverse().join('') ?? '';

/** Returns an id that no table has, of the form that Excel gives: a number, its lowest byte first. */
export function getNextTableId(workbook: WorkbookModel): string {
  const used = workbook.sheets.flatMap((sheet) =>
    sheet.tables.map(({ id }) =>
      parseInt(reverseBytes(id.slice(TABLE_ID_START.length, TABLE_ID_START.length + 8)), 16),
    ),
  );
  const next = used.filter(Number.isFinite).reduce((most, number) => Math.max(most, number), -1) + 1;
  return `${TABLE_ID_START}${reverseBytes(next.toString(16).toUpperCase().padStart(8, '0'))}}`;
}

/** Makes header cells text, none blank, none twice; numbers and formulas become what they showed. */
function writeTableHeaders(sheet: SheetModel, area: CellRange): string[] {
  const names: string[] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    const shown = formatDisplayText(
      getCell(sheet, area.top, column).value,
      getNumberFormat(sheet, area.top, column),
    );
    const name = createUniqueHeader(shown, names);
    names.push(name);
    writeCellContent(sheet, area.top, column, { value: name });
  }
  return names;
}

/**
 * Adds a table (TableCollection.add). Without headers a header row is inserted and the cells below move down.
 * A table needs a body, so a header row alone takes the blank row below.
 */
export function createTable(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: CellRange,
  options: { hasHeaders: boolean; name?: string; style?: string },
): EditResult<TableModel> {
  const { hasHeaders, name = getNextTableName(workbook), style = 'TableStyleMedium2' } = options;
  const failure = checkTableName(workbook, name) ?? checkTableRange(sheet, area);
  if (failure) return failure;
  const changes: ModelChange[] = [];
  let tableRange = area;
  const isHeaderAlone = hasHeaders && area.top === area.bottom;
  if (!hasHeaders || isHeaderAlone) {
    tableRange = { ...area, bottom: area.bottom + 1 };
    const newRow = isHeaderAlone ? tableRange.bottom : area.top;
    const opened: CellRange = { ...area, top: newRow, bottom: newRow };
    const isFree = isHeaderAlone && !hasContent(sheet, opened) && !checkTableRange(sheet, opened);
    if (!isFree) {
      const inserted = insertCells(workbook, sheet, opened, 'Down');
      if (!inserted.ok) return inserted;
      appendAll(changes, inserted.changes);
    }
  }
  const table: TableModel = {
    id: getNextTableId(workbook),
    name,
    area: tableRange,
    showHeaders: true,
    showTotals: false,
    style,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    columns: writeTableHeaders(sheet, tableRange).map((column, index) => ({ id: index + 1, name: column })),
    filters: {},
  };
  if (isHeaderAlone) table.insertRow = true;
  sheet.tables.push(table);
  changes.push({ kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'added' });
  return ok(table, ...changes);
}

/** Renames a table (Table.name); every formula follows. */
export function renameTable(workbook: WorkbookModel, table: TableModel, name: string): EditResult {
  const failure = checkTableName(workbook, name, table);
  if (failure) return failure;
  const before = table.name;
  const sheet = findTable(workbook, table.id)?.sheet;
  table.name = name;
  renameTableInAllFormulas(workbook, before, name);
  return ok(undefined, { kind: 'table', sheetId: sheet?.id ?? '', tableId: table.id, type: 'renamed' });
}

/**
 * Renames a column after its header cell was written: the text is made unique, and formulas follow.
 * Call it instead of writing a header cell's content.
 */
export function renameTableColumn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number,
  wanted: string,
): EditResult<string> {
  const column = table.columns[index];
  if (!column) return err('ItemNotFound', 'The table has no such column.');
  const others = table.columns.filter((one) => one !== column).map((one) => one.name);
  const name = createUniqueHeader(wanted, others);
  const before = column.name;
  column.name = name;
  const cell = getTableColumnRange(table.area, index);
  if (table.showHeaders) writeCellContent(sheet, cell.top, cell.left, { value: name });
  if (toNameKey(before) !== toNameKey(name) || before !== name) {
    renameColumnInAllFormulas(workbook, table, before, name);
  }
  const area: CellRange = { ...cell, bottom: cell.top };
  return ok(name, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' });
}

function removeTable(sheet: SheetModel, table: TableModel): ModelChange[] {
  const cleared = clearTableFilters(sheet, table);
  sheet.tables = sheet.tables.filter((one) => one !== table);
  return [...cleared.changes, { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'deleted' }];
}

/**
 * Converts a table to a range (Table.convertToRange): the cells stay; structured references become absolute
 * A1 references.
 */
export function convertTableToRange(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
): EditResult<CellRange> {
  rewriteAllFormulas(workbook, (formula, home) =>
    replaceStructuredReferences(
      workbook,
      formula,
      home.sheet,
      home.sheet && home.cell ? { sheet: home.sheet, ...home.cell } : null,
      table,
    ),
  );
  return ok(table.area, ...removeTable(sheet, table));
}

/**
 * Deletes a table (Table.delete): its cells are cleared too, nothing moves, and references to the table
 * become #REF!.
 */
export function deleteTable(workbook: WorkbookModel, sheet: SheetModel, table: TableModel): EditResult {
  const { area } = table;
  const changes = removeTable(sheet, table);
  clearRange(sheet, area, 'All');
  renameTableInAllFormulas(workbook, table.name, null);
  return ok(undefined, ...changes, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' });
}
