import { intersects } from './address';
import { clearArea, hasContent, writeContent } from './cells';
import { displayText } from './display-text';
import {
  findTable,
  renameColumnEverywhere,
  renameTableEverywhere,
  rewriteEveryFormula,
} from './every-formula';
import { numberFormatAt } from './formats';
import { copyFormula, nameKey } from './formula-refs';
import { insertCells } from './insert-delete';
import { nextTableName, refuseTableName } from './names';
import { type Change, type Outcome, done, refuse } from './outcome';
import { structuredToA1 } from './structured';
import { bodyArea, columnArea, uniqueHeader } from './table-columns';
import { clearTableFilters } from './table-filter';
import type { Area, SheetModel, TableModel, WorkbookModel } from './types';
import { cellAt } from './workbook';

const OVERLAP =
  "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.";

/** Whether a table may cover the area: no other table, no merge. */
export function refuseTableArea(sheet: SheetModel, area: Area, self?: TableModel) {
  return sheet.tables.some((table) => table !== self && intersects(table.area, area)) ||
    sheet.merges.some((merge) => intersects(merge, area))
    ? refuse('MergedRangeConflict', OVERLAP)
    : null;
}

export function nextTableId(workbook: WorkbookModel): string {
  const used = workbook.sheets.flatMap((sheet) =>
    sheet.tables.map((table) => parseInt(table.id.slice(29, 31), 16)),
  );
  const next = Math.max(-1, ...used.filter(Number.isFinite)) + 1;
  return `{00000000-000C-0000-FFFF-FFFF${next.toString(16).toUpperCase().padStart(2, '0')}000000}`;
}

/** Header cells are text, none blank, none twice; what was a number or formula becomes what it showed. */
function writeHeaders(sheet: SheetModel, area: Area): string[] {
  const names: string[] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    const shown = displayText(cellAt(sheet, area.top, column).value, numberFormatAt(sheet, area.top, column));
    const name = uniqueHeader(shown, names);
    names.push(name);
    writeContent(sheet, area.top, column, { value: name });
  }
  return names;
}

/**
 * TableCollection.add. Without headers a header row is inserted and the cells below move down; a table needs a
 * body, so a header row alone takes in the row below, blank.
 */
export function createTable(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  options: { hasHeaders: boolean; name?: string; style?: string },
): Outcome<TableModel> {
  const { hasHeaders, name = nextTableName(workbook), style = 'TableStyleMedium2' } = options;
  const refusal = refuseTableName(workbook, name) ?? refuseTableArea(sheet, area);
  if (refusal) return refusal;
  const changes: Change[] = [];
  let whole = area;
  const isHeaderAlone = hasHeaders && area.top === area.bottom;
  if (!hasHeaders || isHeaderAlone) {
    whole = { ...area, bottom: area.bottom + 1 };
    const newRow = isHeaderAlone ? whole.bottom : area.top;
    const opened: Area = { ...area, top: newRow, bottom: newRow };
    const isFree = isHeaderAlone && !hasContent(sheet, opened) && !refuseTableArea(sheet, opened);
    if (!isFree) {
      const inserted = insertCells(workbook, sheet, opened, 'Down');
      if (!inserted.ok) return inserted;
      changes.push(...inserted.changes);
    }
  }
  const table: TableModel = {
    id: nextTableId(workbook),
    name,
    area: whole,
    showHeaders: true,
    showTotals: false,
    style,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    columns: writeHeaders(sheet, whole).map((column, index) => ({ id: index + 1, name: column })),
    filters: {},
  };
  if (isHeaderAlone) table.insertRow = true;
  sheet.tables.push(table);
  changes.push({ kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'added' });
  return done(table, ...changes);
}

/** Table.name: every formula follows. */
export function renameTable(workbook: WorkbookModel, table: TableModel, name: string): Outcome {
  const refusal = refuseTableName(workbook, name, table);
  if (refusal) return refusal;
  const before = table.name;
  const sheet = findTable(workbook, table.id)?.sheet;
  table.name = name;
  renameTableEverywhere(workbook, before, name);
  return done(undefined, { kind: 'table', sheetId: sheet?.id ?? '', tableId: table.id, type: 'renamed' });
}

/**
 * A header cell was written: the column takes the text as its name, made unique, and formulas follow.
 * Call it instead of writing a header cell's content.
 */
export function renameColumn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number,
  wanted: string,
): Outcome<string> {
  const column = table.columns[index];
  if (!column) return refuse('ItemNotFound', 'The table has no such column.');
  const others = table.columns.filter((one) => one !== column).map((one) => one.name);
  const name = uniqueHeader(wanted, others);
  const before = column.name;
  column.name = name;
  const cell = columnArea(table.area, index);
  if (table.showHeaders) writeContent(sheet, cell.top, cell.left, { value: name });
  if (nameKey(before) !== nameKey(name) || before !== name) {
    renameColumnEverywhere(workbook, table, before, name);
  }
  const area: Area = { ...cell, bottom: cell.top };
  return done(name, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' });
}

/** Fills a column's body with a formula as its calculated column; rows added later get it too. */
export function fillCalculatedColumn(
  sheet: SheetModel,
  table: TableModel,
  index: number,
  formula: string,
): Outcome {
  const column = table.columns[index];
  if (!column) return refuse('ItemNotFound', 'The table has no such column.');
  const area = columnArea(bodyArea(table), index);
  column.calculatedFormula = formula;
  for (let row = area.top; row <= area.bottom; row += 1) {
    writeContent(sheet, row, area.left, { value: '', formula: copyFormula(formula, row - area.top, 0) });
  }
  return done(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' });
}

function removeTable(sheet: SheetModel, table: TableModel): Change[] {
  const cleared = clearTableFilters(sheet, table);
  sheet.tables = sheet.tables.filter((one) => one !== table);
  return [...cleared.changes, { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'deleted' }];
}

/** Table.convertToRange: the cells stay; structured references become absolute A1 references. */
export function convertToRange(workbook: WorkbookModel, sheet: SheetModel, table: TableModel): Outcome<Area> {
  rewriteEveryFormula(workbook, (formula, home) =>
    structuredToA1(
      workbook,
      formula,
      home.sheet,
      home.sheet && home.cell ? { sheet: home.sheet, ...home.cell } : null,
      table,
    ),
  );
  return done(table.area, ...removeTable(sheet, table));
}

/** Table.delete: the cells are cleared too, nothing moves, and references to the table become #REF!. */
export function deleteTable(workbook: WorkbookModel, sheet: SheetModel, table: TableModel): Outcome {
  const { area } = table;
  const changes = removeTable(sheet, table);
  clearArea(sheet, area, 'All');
  renameTableEverywhere(workbook, table.name, null);
  return done(undefined, ...changes, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' });
}
