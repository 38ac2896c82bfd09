import {
  applySheetFilter,
  applyTableFilter,
  clearSheetFilter,
  clearTableFilters,
  reapplyTableFilters,
} from '../../model/table-filter';
import type { Area, FilterModel } from '../../model/types';
import { rangeArg } from '../addresses';
import {
  choiceArg,
  colorArg,
  integerArg,
  listArg,
  objectArg,
  optionalChoice,
  optionalText,
  textArg,
  unsupported,
} from '../arguments';
import { type Argument, type Member, defineClass, method, object, property } from '../class-table';
import { type BatchContext, areaOf, ensureCalculated, makeRange, settle, sheetOf } from '../context';
import { HostError, invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';
import { columnOfHandle, tableOfHandle } from '../tables-of';
import type { JsonObject } from '../wire';

/** Excel.FilterOn. */
const FILTER_ON = [
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

function readCriteria(value: Argument): FilterModel {
  const given = objectArg(value, 'criteria');
  const filterOn = choiceArg(given['filterOn'], 'criteria.filterOn', FILTER_ON);
  const filter: FilterModel = { filterOn };
  if (filterOn === 'Values') filter.values = valuesArg(given['values']);
  const criterion1 = optionalText(given['criterion1'], 'criteria.criterion1');
  const criterion2 = optionalText(given['criterion2'], 'criteria.criterion2');
  if (filterOn === 'Custom' && criterion1 === undefined)
    throw invalidArgument(`'criteria.criterion1' is missing.`);
  if (criterion1 !== undefined) filter.criterion1 = criterion1;
  if (criterion2 !== undefined) filter.criterion2 = criterion2;
  const operator = optionalChoice(given['operator'], 'criteria.operator', ['And', 'Or']);
  if (operator) filter.operator = operator;
  const color = optionalText(given['color'], 'criteria.color');
  if (color !== undefined) filter.color = colorArg(color, 'criteria.color');
  return filter;
}

function valuesArg(value: Argument): string[] {
  return listArg(value, 'values').map((one) => {
    if (typeof one === 'object') throw unsupported('A filter on dates by parts');
    return String(one);
  });
}

const own = (self: ObjectOf<'Filter'>, context: BatchContext) => columnOfHandle(context, self);

function applyTo(self: ObjectOf<'Filter'>, filter: FilterModel, context: BatchContext): void {
  ensureCalculated(context);
  const { sheet, table, index } = own(self, context);
  ensureAllowed(sheet, 'allowAutoFilter');
  settle(context, applyTableFilter(sheet, table, index, filter));
}

function counted(filterOn: string): Member<'Filter'> {
  return method((self, [count], context) =>
    applyTo(self, { filterOn, criterion1: String(integerArg(count, 'count', 1)) }, context),
  );
}

function colored(filterOn: string): Member<'Filter'> {
  return method((self, [color], context) =>
    applyTo(self, { filterOn, color: colorArg(color, 'color') }, context),
  );
}

export const filter = defineClass<'Filter'>({
  name: 'Filter',
  ensure: (self, context) => void own(self, context),
  members: {
    criteria: property((self, context) => {
      const { table, index } = own(self, context);
      return (table.filters[index] as JsonObject | undefined) ?? null;
    }),
    apply: method((self, [criteria], context) => applyTo(self, readCriteria(criteria), context)),
    applyValuesFilter: method((self, [values], context) =>
      applyTo(self, { filterOn: 'Values', values: valuesArg(values) }, context),
    ),
    applyCustomFilter: method((self, [criteria1, criteria2, oper], context) => {
      const filter: FilterModel = { filterOn: 'Custom', criterion1: textArg(criteria1, 'criteria1') };
      const second = optionalText(criteria2, 'criteria2');
      if (second !== undefined) filter.criterion2 = second;
      filter.operator = optionalChoice(oper, 'oper', ['And', 'Or']) ?? 'And';
      applyTo(self, filter, context);
    }),
    applyTopItemsFilter: counted('TopItems'),
    applyTopPercentFilter: counted('TopPercent'),
    applyBottomItemsFilter: counted('BottomItems'),
    applyBottomPercentFilter: counted('BottomPercent'),
    applyCellColorFilter: colored('CellColor'),
    applyFontColorFilter: colored('FontColor'),
    clear: method((self, _args, context) => {
      const { sheet, table, index } = own(self, context);
      settle(context, clearTableFilters(sheet, table, index));
    }),
  },
});

type Auto = ObjectOf<'AutoFilter'>;
type Filtered = { area: Area; filters: Record<number, FilterModel> };

/** The table's filter, or the sheet's own; null where the sheet has none. */
function filteredOf(self: Auto, context: BatchContext): Filtered | null {
  if (self.tableId === null) return sheetOf(context, self.sheetId).autoFilter ?? null;
  const { table } = tableOfHandle(context, { sheetId: self.sheetId, tableId: self.tableId });
  return table.showFilterButton && table.showHeaders ? table : null;
}

function place(self: Auto, context: BatchContext) {
  return self.tableId === null
    ? null
    : tableOfHandle(context, { sheetId: self.sheetId, tableId: self.tableId });
}

function rangeOf(self: Auto, context: BatchContext): HostObject | null {
  const filtered = filteredOf(self, context);
  return filtered && makeRange(context, self.sheetId, filtered.area);
}

function columnArg(value: Argument, { left, right }: Area): number {
  return integerArg(value, 'columnIndex', 0, right - left);
}

function clearColumn(self: Auto, context: BatchContext, column: number): void {
  const own = place(self, context);
  if (own) {
    settle(context, clearTableFilters(own.sheet, own.table, column));
    return;
  }
  const sheet = sheetOf(context, self.sheetId);
  if (!sheet.autoFilter) return;
  const { [column]: _, ...filters } = sheet.autoFilter.filters;
  const { area } = sheet.autoFilter;
  settle(context, clearSheetFilter(sheet));
  for (const [index, one] of Object.entries(filters))
    settle(context, applySheetFilter(sheet, area, Number(index), one));
}

export const autoFilter = defineClass<'AutoFilter'>({
  name: 'AutoFilter',
  members: {
    enabled: property((self, context) => filteredOf(self, context) !== null),
    isDataFiltered: property(
      (self, context) => Object.keys(filteredOf(self, context)?.filters ?? {}).length > 0,
    ),
    criteria: property((self, context) => {
      const filtered = filteredOf(self, context);
      if (!filtered) return [];
      const count = filtered.area.right - filtered.area.left + 1;
      return Array.from(
        { length: count },
        (_, index) => (filtered.filters[index] as JsonObject | undefined) ?? null,
      );
    }),
    apply: method((self, [range, columnIndex, criteria], context) => {
      ensureCalculated(context);
      const sheet = sheetOf(context, self.sheetId);
      ensureAllowed(sheet, 'allowAutoFilter');
      const own = place(self, context);
      const area = own ? own.table.area : areaOf(rangeArg(context, range, 'range', self.sheetId));
      const isAll = columnIndex === null || columnIndex === undefined;
      if (isAll) {
        if (!own) settle(context, applySheetFilter(sheet, area));
        return;
      }
      const index = columnArg(columnIndex, area);
      if (criteria === null || criteria === undefined) clearColumn(self, context, index);
      else if (own) settle(context, applyTableFilter(own.sheet, own.table, index, readCriteria(criteria)));
      else settle(context, applySheetFilter(sheet, area, index, readCriteria(criteria)));
    }),
    clearCriteria: method((self, _args, context) => {
      const own = place(self, context);
      if (own) settle(context, clearTableFilters(own.sheet, own.table));
      else settle(context, clearSheetFilter(sheetOf(context, self.sheetId)));
    }),
    clearColumnCriteria: method((self, [columnIndex], context) => {
      const filtered = filteredOf(self, context);
      if (!filtered) throw new HostError('InvalidOperation', 'There is no filter.');
      clearColumn(self, context, columnArg(columnIndex, filtered.area));
    }),
    reapply: method((self, _args, context) => {
      ensureCalculated(context);
      const own = place(self, context);
      if (own) settle(context, reapplyTableFilters(own.sheet, own.table));
      else {
        const sheet = sheetOf(context, self.sheetId);
        if (!sheet.autoFilter) return;
        const { area, filters } = sheet.autoFilter;
        for (const [index, one] of Object.entries(filters)) {
          settle(context, applySheetFilter(sheet, area, Number(index), one));
        }
      }
    }),
    remove: method((self, _args, context) => {
      const own = place(self, context);
      if (own)
        throw new HostError('InvalidOperation', "A table's filter is taken away with showFilterButton.");
      settle(context, clearSheetFilter(sheetOf(context, self.sheetId), true));
    }),
    getRange: object((self, _args, context) => {
      const range = rangeOf(self, context);
      if (!range) throw itemNotFound('There is no filter.');
      return range;
    }),
    getRangeOrNullObject: object((self, _args, context) => rangeOf(self, context)),
  },
});
