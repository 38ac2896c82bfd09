import {
  applySheetFilter,
  applyTableFilter,
  clearSheetFilter,
  clearTableFilters,
  reapplyTableFilters,
} from '../../model/tables/table-filters';
import type { CellRange, FilterModel } from '../../model/types';
import {
  createUnsupportedError,
  readChoiceArg,
  readColorArg,
  readIntegerArg,
  readListArg,
  readObjectArg,
  readOptionalChoiceArg,
  readOptionalTextArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  createRangeObject,
  ensureCalculated,
  getCellRange,
  requireSheet,
  unwrap,
} from '../../protocol/batch-context';
import { readRangeArg } from '../../protocol/cells/resolve-address';
import { defineClass, defineFindPair, defineMethod, defineProperty } from '../../protocol/define-class';
import { createInvalidArgumentError, HostError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import { requireTable, requireTableColumn } from '../../protocol/sheets/require-table';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import type { JsonObject } from '../../protocol/wire';

/** Excel.FilterOn. */
const FILTER_KINDS = [
  'BottomItems',
  'BottomPercent',
  'CellColor',
  'Dynamic',
  'FontColor',
  'Values',
  'TopItems',
  'TopPercent',
  'Icon',
  'Custom',
] as const;

function readFilterCriteria(value: Argument): FilterModel {
  const given = readObjectArg(value, 'criteria');
  for (const [name, field] of Object.entries(given))
    if (field === null) throw createInvalidArgumentError(`'criteria.${name}' is null.`);
  const filterOn = readChoiceArg(given['filterOn'], 'criteria.filterOn', FILTER_KINDS);
  const filter: FilterModel = { filterOn };
  if (filterOn === 'Values') filter.values = readValuesArg(given['values']);
  const criterion1 = readOptionalTextArg(given['criterion1'], 'criteria.criterion1');
  const criterion2 = readOptionalTextArg(given['criterion2'], 'criteria.criterion2');
  if (filterOn === 'Custom' && criterion1 === undefined)
    throw createInvalidArgumentError(`'criteria.criterion1' is missing.`);
  if (criterion1 !== undefined) filter.criterion1 = criterion1;
  if (criterion2 !== undefined) filter.criterion2 = criterion2;
  const operator = readOptionalChoiceArg(given['operator'], 'criteria.operator', ['And', 'Or']);
  if (operator) filter.operator = operator;
  const color = readOptionalTextArg(given['color'], 'criteria.color');
  if (color !== undefined) filter.color = readColorArg(color, 'criteria.color');
  return filter;
}

/** What Excel gives for each column: fields without a value are null, as is all of a column without a filter. */
const NO_CRITERIA = {
  color: null,
  criterion1: null,
  criterion2: null,
  dynamicCriteria: null,
  filterOn: null,
  icon: null,
  operator: null,
  subField: null,
  values: null,
};

function toFilterCriteria(filter: FilterModel | undefined): JsonObject {
  if (!filter) return NO_CRITERIA;
  const { criterion1, ...others } = filter;
  return {
    ...NO_CRITERIA,
    ...others,
    ...(filter.filterOn === 'Dynamic'
      ? { dynamicCriteria: criterion1 ?? null }
      : { criterion1: criterion1 ?? null }),
  };
}

function readValuesArg(value: Argument): string[] {
  return readListArg(value, 'values').map((one) => {
    if (typeof one === 'object') throw createUnsupportedError('A filter on dates by parts');
    return String(one);
  });
}

const getFilterColumn = (self: ObjectOf<'Filter'>, context: BatchContext) =>
  requireTableColumn(context, self);

function applyColumnFilter(self: ObjectOf<'Filter'>, filter: FilterModel, context: BatchContext): void {
  ensureCalculated(context);
  const { sheet, table, index } = getFilterColumn(self, context);
  ensureAllowed(sheet, 'allowAutoFilter');
  unwrap(context, applyTableFilter(sheet, table, index, filter));
}

function defineCountFilter(filterOn: string): Member<'Filter'> {
  return defineMethod((self, [count], context) =>
    applyColumnFilter(self, { filterOn, criterion1: String(readIntegerArg(count, 'count', 1)) }, context),
  );
}

function defineColorFilter(filterOn: string): Member<'Filter'> {
  return defineMethod((self, [color], context) =>
    applyColumnFilter(self, { filterOn, color: readColorArg(color, 'color') }, context),
  );
}

export const filterClass = defineClass<'Filter'>({
  name: 'Filter',
  ensure: (self, context) => void getFilterColumn(self, context),
  members: {
    criteria: defineProperty((self, context) => {
      const { table, index } = getFilterColumn(self, context);
      return toFilterCriteria(table.filters[index]);
    }),
    apply: defineMethod((self, [criteria], context) =>
      applyColumnFilter(self, readFilterCriteria(criteria), context),
    ),
    applyValuesFilter: defineMethod((self, [values], context) =>
      applyColumnFilter(self, { filterOn: 'Values', values: readValuesArg(values) }, context),
    ),
    applyCustomFilter: defineMethod((self, [criteria1, criteria2, oper], context) => {
      const filter: FilterModel = { filterOn: 'Custom', criterion1: readTextArg(criteria1, 'criteria1') };
      const second = readOptionalTextArg(criteria2, 'criteria2');
      if (second !== undefined) filter.criterion2 = second;
      filter.operator = readOptionalChoiceArg(oper, 'oper', ['And', 'Or']) ?? 'And';
      applyColumnFilter(self, filter, context);
    }),
    applyTopItemsFilter: defineCountFilter('TopItems'),
    applyTopPercentFilter: defineCountFilter('TopPercent'),
    applyBottomItemsFilter: defineCountFilter('BottomItems'),
    applyBottomPercentFilter: defineCountFilter('BottomPercent'),
    applyCellColorFilter: defineColorFilter('CellColor'),
    applyFontColorFilter: defineColorFilter('FontColor'),
    clear: defineMethod((self, _args, context) => {
      const { sheet, table, index } = getFilterColumn(self, context);
      unwrap(context, clearTableFilters(sheet, table, index));
    }),
  },
});

type AutoFilterObject = ObjectOf<'AutoFilter'>;
type FilteredRange = { area: CellRange; filters: Record<number, FilterModel> };

/**
 * Returns the filter of the table or of the sheet.
 * @returns null where the sheet has none.
 */
function getFilteredRange(self: AutoFilterObject, context: BatchContext): FilteredRange | null {
  if (self.tableId === null) return requireSheet(context, self.sheetId).autoFilter ?? null;
  const { table } = requireTable(context, { sheetId: self.sheetId, tableId: self.tableId });
  return table.showFilterButton && table.showHeaders ? table : null;
}

function getFilterTable(self: AutoFilterObject, context: BatchContext) {
  return self.tableId === null
    ? null
    : requireTable(context, { sheetId: self.sheetId, tableId: self.tableId });
}

function createFilterRange(self: AutoFilterObject, context: BatchContext): HostObject | null {
  const filtered = getFilteredRange(self, context);
  return filtered && createRangeObject(context, self.sheetId, filtered.area);
}

function readColumnArg(value: Argument, { left, right }: CellRange): number {
  return readIntegerArg(value, 'columnIndex', 0, right - left);
}

function clearColumnFilter(self: AutoFilterObject, context: BatchContext, column: number): void {
  const filterTable = getFilterTable(self, context);
  if (filterTable) {
    unwrap(context, clearTableFilters(filterTable.sheet, filterTable.table, column));
    return;
  }
  const sheet = requireSheet(context, self.sheetId);
  if (!sheet.autoFilter) return;
  const { [column]: _, ...filters } = sheet.autoFilter.filters;
  const { area } = sheet.autoFilter;
  unwrap(context, clearSheetFilter(sheet));
  for (const [index, one] of Object.entries(filters))
    unwrap(context, applySheetFilter(sheet, area, Number(index), one));
}

export const autoFilterClass = defineClass<'AutoFilter'>({
  name: 'AutoFilter',
  members: {
    enabled: defineProperty((self, context) => getFilteredRange(self, context) !== null),
    isDataFiltered: defineProperty(
      (self, context) => Object.keys(getFilteredRange(self, context)?.filters ?? {}).length > 0,
    ),
    criteria: defineProperty((self, context) => {
      const filtered = getFilteredRange(self, context);
      if (!filtered) return [];
      const count = filtered.area.right - filtered.area.left + 1;
      return Array.from({ length: count }, (_, index) => toFilterCriteria(filtered.filters[index]));
    }),
    apply: defineMethod((self, [range, columnIndex, criteria], context) => {
      ensureCalculated(context);
      const sheet = requireSheet(context, self.sheetId);
      ensureAllowed(sheet, 'allowAutoFilter');
      const filterTable = getFilterTable(self, context);
      const area = filterTable
        ? filterTable.table.area
        : getCellRange(readRangeArg(context, range, 'range', self.sheetId));
      const isAll = columnIndex === null || columnIndex === undefined;
      if (isAll) {
        if (!filterTable) unwrap(context, applySheetFilter(sheet, area));
        return;
      }
      const index = readColumnArg(columnIndex, area);
      if (criteria === null || criteria === undefined) clearColumnFilter(self, context, index);
      else if (filterTable)
        unwrap(
          context,
          applyTableFilter(filterTable.sheet, filterTable.table, index, readFilterCriteria(criteria)),
        );
      else unwrap(context, applySheetFilter(sheet, area, index, readFilterCriteria(criteria)));
    }),
    clearCriteria: defineMethod((self, _args, context) => {
      const filterTable = getFilterTable(self, context);
      if (filterTable) unwrap(context, clearTableFilters(filterTable.sheet, filterTable.table));
      else unwrap(context, clearSheetFilter(requireSheet(context, self.sheetId)));
    }),
    clearColumnCriteria: defineMethod((self, [columnIndex], context) => {
      const filtered = getFilteredRange(self, context);
      if (!filtered) throw new HostError('InvalidOperation', 'There is no filter.');
      clearColumnFilter(self, context, readColumnArg(columnIndex, filtered.area));
    }),
    reapply: defineMethod((self, _args, context) => {
      ensureCalculated(context);
      const filterTable = getFilterTable(self, context);
      if (filterTable) unwrap(context, reapplyTableFilters(filterTable.sheet, filterTable.table));
      else {
        const sheet = requireSheet(context, self.sheetId);
        if (!sheet.autoFilter) return;
        const { area, filters } = sheet.autoFilter;
        for (const [index, one] of Object.entries(filters)) {
          unwrap(context, applySheetFilter(sheet, area, Number(index), one));
        }
      }
    }),
    remove: defineMethod((self, _args, context) => {
      const filterTable = getFilterTable(self, context);
      if (filterTable)
        throw new HostError('InvalidOperation', "A table's filter is taken away with showFilterButton.");
      unwrap(context, clearSheetFilter(requireSheet(context, self.sheetId), true));
    }),
    ...defineFindPair<'AutoFilter'>(
      'getRange',
      (self, _args, context) => createFilterRange(self, context),
      'There is no filter.',
    ),
  },
});
