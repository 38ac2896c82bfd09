import { displayText } from './display-text';
import { numberFormatAt } from './formats';
import { matchesPattern } from './filter-criteria';
import { type Outcome, done, refuse } from './outcome';
import { bodyArea } from './table-columns';
import type { Area, FilterModel, SheetModel, TableModel } from './types';
import { cellAt } from './workbook';

type Filtered = { body: Area; filters: Record<number, FilterModel> };

const SUPPORTED = [
  'Values',
  'Custom',
  'TopItems',
  'BottomItems',
  'TopPercent',
  'BottomPercent',
  'CellColor',
  'FontColor',
];

/** Smallest (or largest) number a "top 10" filter lets through. */
function rankBound(sheet: SheetModel, body: Area, column: number, filter: FilterModel): number {
  const numbers: number[] = [];
  for (let row = body.top; row <= body.bottom; row += 1) {
    const { value } = cellAt(sheet, row, column);
    if (typeof value === 'number') numbers.push(value);
  }
  const isTop = filter.filterOn.startsWith('Top');
  numbers.sort((a, b) => (isTop ? b - a : a - b));
  const wanted = Number(filter.criterion1);
  const count = filter.filterOn.endsWith('Percent') ? Math.floor((numbers.length * wanted) / 100) : wanted;
  return numbers[Math.max(1, Math.min(count, numbers.length)) - 1] ?? (isTop ? Infinity : -Infinity);
}

function rowTest(
  sheet: SheetModel,
  body: Area,
  column: number,
  filter: FilterModel,
): (row: number) => boolean {
  const textAt = (row: number): string =>
    displayText(cellAt(sheet, row, column).value, numberFormatAt(sheet, row, column));
  switch (filter.filterOn) {
    case 'Values': {
      const wanted = new Set((filter.values ?? []).map((value) => value.normalize('NFC').toLowerCase()));
      return (row) => wanted.has(textAt(row).normalize('NFC').toLowerCase());
    }
    case 'CellColor':
      return (row) => (cellAt(sheet, row, column).format?.fill?.color ?? '') === (filter.color ?? '');
    case 'FontColor':
      return (row) => (cellAt(sheet, row, column).format?.font?.color ?? '#000000') === filter.color;
    case 'Custom': {
      const tests = [filter.criterion1, filter.criterion2]
        .filter((criterion) => criterion !== undefined && criterion !== '')
        .map(
          (criterion) => (row: number) =>
            matchesPattern(cellAt(sheet, row, column).value, textAt(row), criterion!),
        );
      return (row) =>
        filter.operator === 'Or' ? tests.some((test) => test(row)) : tests.every((test) => test(row));
    }
    default: {
      const bound = rankBound(sheet, body, column, filter);
      const isTop = filter.filterOn.startsWith('Top');
      return (row) => {
        const { value } = cellAt(sheet, row, column);
        return typeof value === 'number' && (isTop ? value >= bound : value <= bound);
      };
    }
  }
}

/** Hides the rows that a filter does not let through and shows the others. */
function hideRows(sheet: SheetModel, { body, filters }: Filtered): void {
  const tests = Object.entries(filters).map(([index, filter]) =>
    rowTest(sheet, body, body.left + Number(index), filter),
  );
  for (let row = body.top; row <= body.bottom; row += 1) {
    const hidden = !tests.every((test) => test(row));
    const props = sheet.rows.get(row);
    if (hidden) sheet.rows.set(row, { ...props, hidden });
    else if (props?.hidden) sheet.rows.set(row, { ...props, hidden: undefined });
  }
}

function refuseFilter(filter: FilterModel) {
  return SUPPORTED.includes(filter.filterOn)
    ? null
    : refuse('NotImplemented', `Filters on ${filter.filterOn} are not served.`);
}

/** Filter.apply on a table's column; rows that do not match are hidden. */
export function applyTableFilter(
  sheet: SheetModel,
  table: TableModel,
  index: number,
  filter: FilterModel,
): Outcome {
  const refusal = refuseFilter(filter);
  if (refusal) return refusal;
  table.filters = { ...table.filters, [index]: filter };
  return reapplyTableFilters(sheet, table);
}

/** Applies the table's filters to its rows as they now are. */
export function reapplyTableFilters(sheet: SheetModel, table: TableModel): Outcome {
  hideRows(sheet, { body: bodyArea(table), filters: table.filters });
  return done(undefined, { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'filtered' });
}

/** Takes away one column's filter, or all of them; rows hidden by them show again. */
export function clearTableFilters(
  sheet: SheetModel,
  table: TableModel,
  index?: number,
): Extract<Outcome, { ok: true }> {
  if (Object.keys(table.filters).length === 0) return { ok: true, value: undefined, changes: [] };
  const { [index ?? -1]: _, ...others } = table.filters;
  table.filters = index === undefined ? {} : others;
  hideRows(sheet, { body: bodyArea(table), filters: table.filters });
  const change = { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'filtered' } as const;
  return { ok: true, value: undefined, changes: [change] };
}

/** The sheet's own filter (AutoFilter.apply); the first row of its area is the header. */
export function applySheetFilter(
  sheet: SheetModel,
  area: Area,
  index?: number,
  filter?: FilterModel,
): Outcome {
  const refusal = filter && refuseFilter(filter);
  if (refusal) return refusal;
  const isSame = sheet.autoFilter && JSON.stringify(sheet.autoFilter.area) === JSON.stringify(area);
  if (!isSame) clearSheetFilter(sheet);
  const before = isSame ? sheet.autoFilter!.filters : {};
  const filters = index === undefined || !filter ? before : { ...before, [index]: filter };
  sheet.autoFilter = { area, filters };
  hideRows(sheet, { body: { ...area, top: area.top + 1 }, filters });
  return done(undefined, { kind: 'formats', sheetId: sheet.id, area });
}

/** AutoFilter.clearCriteria (the filter stays) or, with `remove`, AutoFilter.remove. */
export function clearSheetFilter(sheet: SheetModel, remove = false): Outcome {
  const { autoFilter } = sheet;
  if (!autoFilter) return done(undefined);
  hideRows(sheet, { body: { ...autoFilter.area, top: autoFilter.area.top + 1 }, filters: {} });
  sheet.autoFilter = remove ? undefined : { area: autoFilter.area, filters: {} };
  return done(undefined, { kind: 'formats', sheetId: sheet.id, area: autoFilter.area });
}
