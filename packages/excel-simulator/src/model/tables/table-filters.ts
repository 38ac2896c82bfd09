import { getNumberFormat } from '../cell-formats';
import { type EditResult, err, ok } from '../edit-result';
import { isRowHidden, setRowHidden } from '../geometry';
import type { CellRange, FilterModel, SheetModel, TableModel } from '../types';
import { formatDisplayText } from '../values/format-display-text';
import { matchesFilterCriterion } from '../values/match-filter-criterion';
import { getCell } from '../workbook';
import { getTableBodyRange } from './table-columns';

type FilteredRows = { body: CellRange; filters: Record<number, FilterModel> };

const SUPPORTED_FILTERS = [
  'Values',
  'Custom',
  'TopItems',
  'BottomItems',
  'TopPercent',
  'BottomPercent',
  'CellColor',
  'FontColor',
];

/** Returns the smallest (or largest) number that a "top 10" filter shows. */
function findRankThreshold(sheet: SheetModel, body: CellRange, column: number, filter: FilterModel): number {
  const numbers: number[] = [];
  for (let row = body.top; row <= body.bottom; row += 1) {
    const { value } = getCell(sheet, row, column);
    if (typeof value === 'number') numbers.push(value);
  }
  const isTop = filter.filterOn.startsWith('Top');
  numbers.sort((a, b) => (isTop ? b - a : a - b));
  const wanted = Number(filter.criterion1);
  const count = filter.filterOn.endsWith('Percent') ? Math.floor((numbers.length * wanted) / 100) : wanted;
  return numbers[Math.max(1, Math.min(count, numbers.length)) - 1] ?? (isTop ? Infinity : -Infinity);
}

function createRowTest(
  sheet: SheetModel,
  body: CellRange,
  column: number,
  filter: FilterModel,
): (row: number) => boolean {
  const textAt = (row: number): string =>
    formatDisplayText(getCell(sheet, row, column).value, getNumberFormat(sheet, row, column));
  switch (filter.filterOn) {
    case 'Values': {
      const wanted = new Set((filter.values ?? []).map((value) => value.normalize('NFC').toLowerCase()));
      return (row) => wanted.has(textAt(row).normalize('NFC').toLowerCase());
    }
    case 'CellColor':
      return (row) => (getCell(sheet, row, column).format?.fill?.color ?? '') === (filter.color ?? '');
    case 'FontColor':
      return (row) => (getCell(sheet, row, column).format?.font?.color ?? '#000000') === filter.color;
    case 'Custom': {
      const tests = [filter.criterion1, filter.criterion2]
        .filter((criterion) => criterion !== undefined && criterion !== '')
        .map(
          (criterion) => (row: number) =>
            matchesFilterCriterion(getCell(sheet, row, column).value, textAt(row), criterion!),
        );
      return (row) =>
        filter.operator === 'Or' ? tests.some((test) => test(row)) : tests.every((test) => test(row));
    }
    default: {
      const bound = findRankThreshold(sheet, body, column, filter);
      const isTop = filter.filterOn.startsWith('Top');
      return (row) => {
        const { value } = getCell(sheet, row, column);
        return typeof value === 'number' && (isTop ? value >= bound : value <= bound);
      };
    }
  }
}

/** Hides the rows that do not match a filter and shows the others. */
function hideFilteredRows(sheet: SheetModel, { body, filters }: FilteredRows): void {
  const tests = Object.entries(filters).map(([index, filter]) =>
    createRowTest(sheet, body, body.left + Number(index), filter),
  );
  for (let row = body.top; row <= body.bottom; row += 1) {
    setRowHidden(sheet, row, !tests.every((test) => test(row)));
  }
}

/** Returns true for a row that a filter of the sheet or of a table hides. */
export function isRowFiltered(sheet: SheetModel, row: number): boolean {
  if (!isRowHidden(sheet, row)) return false;
  const filtered = [...sheet.tables, ...(sheet.autoFilter ? [sheet.autoFilter] : [])];
  return filtered.some(
    ({ area, filters }) => row > area.top && row <= area.bottom && Object.keys(filters).length > 0,
  );
}

function checkFilter(filter: FilterModel) {
  return SUPPORTED_FILTERS.includes(filter.filterOn)
    ? null
    : err('NotImplemented', `Filters on ${filter.filterOn} are not served.`);
}

/** Applies a filter to a table's column (Filter.apply); rows that do not match are hidden. */
export function applyTableFilter(
  sheet: SheetModel,
  table: TableModel,
  index: number,
  filter: FilterModel,
): EditResult {
  const failure = checkFilter(filter);
  if (failure) return failure;
  table.filters = { ...table.filters, [index]: filter };
  return reapplyTableFilters(sheet, table);
}

/** Applies the table's filters to its current rows. */
export function reapplyTableFilters(sheet: SheetModel, table: TableModel): EditResult {
  hideFilteredRows(sheet, { body: getTableBodyRange(table), filters: table.filters });
  return ok(undefined, { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'filtered' });
}

/** Removes one column's filter, or all of them, and shows the rows they have hidden. */
export function clearTableFilters(
  sheet: SheetModel,
  table: TableModel,
  index?: number,
): Extract<EditResult, { ok: true }> {
  if (Object.keys(table.filters).length === 0) return { ok: true, value: undefined, changes: [] };
  const { [index ?? -1]: _, ...others } = table.filters;
  table.filters = index === undefined ? {} : others;
  hideFilteredRows(sheet, { body: getTableBodyRange(table), filters: table.filters });
  const change = { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'filtered' } as const;
  return { ok: true, value: undefined, changes: [change] };
}

/** Applies the sheet's filter (AutoFilter.apply); the first row of its area is the header. */
export function applySheetFilter(
  sheet: SheetModel,
  area: CellRange,
  index?: number,
  filter?: FilterModel,
): EditResult {
  const failure = filter && checkFilter(filter);
  if (failure) return failure;
  const isSame = sheet.autoFilter && JSON.stringify(sheet.autoFilter.area) === JSON.stringify(area);
  if (!isSame) clearSheetFilter(sheet);
  const before = isSame ? sheet.autoFilter!.filters : {};
  const filters = index === undefined || !filter ? before : { ...before, [index]: filter };
  sheet.autoFilter = { area, filters };
  hideFilteredRows(sheet, { body: { ...area, top: area.top + 1 }, filters });
  return ok(undefined, { kind: 'formats', sheetId: sheet.id, area });
}

/**
 * Clears the criteria (AutoFilter.clearCriteria; the filter stays) or, with `remove`, the filter
 * (AutoFilter.remove).
 */
export function clearSheetFilter(sheet: SheetModel, remove = false): EditResult {
  const { autoFilter } = sheet;
  if (!autoFilter) return ok(undefined);
  hideFilteredRows(sheet, { body: { ...autoFilter.area, top: autoFilter.area.top + 1 }, filters: {} });
  sheet.autoFilter = remove ? undefined : { area: autoFilter.area, filters: {} };
  return ok(undefined, { kind: 'formats', sheetId: sheet.id, area: autoFilter.area });
}
