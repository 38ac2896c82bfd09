import { MAX_COLUMNS, MAX_ROWS, areaAddress, intersection, quoteSheetName } from '../../model/address';
import { isWholeColumns, isWholeRows } from '../../model/shift';
import { areasFromAddress } from '../addresses';
import { integerArg, isObjectOf, optionalBoolean, optionalChoice, textArg } from '../arguments';
import { cellsIn } from '../cell-values';
import {
  type Argument,
  countOf,
  defineClass,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import {
  type BatchContext,
  areasOf,
  makeRange,
  makeRangeAreas,
  calculateNow,
  ensureCalculated,
  markStale,
  sheetOf,
} from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import { specialCells } from '../special-cells';
import { usedPart } from '../used-part';
import type { Area } from '../../model/types';
import type { HostObject, ObjectOf, RangeAreasObject } from '../objects';
import { CLEAR_WHAT, clearCells } from './range-actions';

function address(self: RangeAreasObject, context: BatchContext): string {
  const { name } = sheetOf(context, self.sheetId);
  return areasOf(self)
    .map((area) => `${quoteSheetName(name)}!${areaAddress(area)}`)
    .join(',');
}

function common(self: RangeAreasObject, value: Argument, context: BatchContext): RangeAreasObject | null {
  const others = isObjectOf(value, 'Range', 'RangeAreas')
    ? value
    : makeRangeAreas(
        context,
        self.sheetId,
        areasFromAddress(context, sheetOf(context, self.sheetId), textArg(value, 'anotherRange')),
      );
  if (others.sheetId !== self.sheetId) throw invalidArgument('Both must be on the same sheet.');
  const areas = areasOf(self).flatMap((area) =>
    areasOf(others).flatMap((one) => intersection(area, one) ?? []),
  );
  return areas.length > 0 ? makeRangeAreas(context, self.sheetId, areas) : null;
}

/** Areas made of the areas one by one; each must lie on the sheet. */
function derived(self: RangeAreasObject, context: BatchContext, get: (area: Area) => Area): RangeAreasObject {
  const areas = areasOf(self).map(get);
  if (
    areas.some(
      ({ top, left, bottom, right }) => top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS,
    )
  ) {
    throw invalidArgument('The areas would lie outside the sheet.');
  }
  return makeRangeAreas(context, self.sheetId, areas);
}

function orNull(self: RangeAreasObject, context: BatchContext, areas: Area[]): RangeAreasObject | null {
  return areas.length > 0 ? makeRangeAreas(context, self.sheetId, areas) : null;
}

function usedAreas(
  self: RangeAreasObject,
  valuesOnly: Argument,
  context: BatchContext,
): RangeAreasObject | null {
  const sheet = sheetOf(context, self.sheetId);
  const isOnlyValues = optionalBoolean(valuesOnly, 'valuesOnly') ?? false;
  if (isOnlyValues) ensureCalculated(context);
  return orNull(
    self,
    context,
    areasOf(self).flatMap((area) => usedPart(sheet, area, isOnlyValues) ?? []),
  );
}

function special(
  self: RangeAreasObject,
  [cellType, valueType]: Argument[],
  context: BatchContext,
): RangeAreasObject | null {
  ensureCalculated(context);
  const sheet = sheetOf(context, self.sheetId);
  return orNull(
    self,
    context,
    areasOf(self).flatMap((area) => specialCells(sheet, area, cellType, valueType)),
  );
}

function items(self: ObjectOf<'RangeCollection'>, context: BatchContext): HostObject[] {
  return self.cells.areas.map((area) => makeRange(context, self.cells.sheetId, area));
}

export const rangeCollection = defineClass<'RangeCollection'>({
  name: 'RangeCollection',
  items,
  members: { getCount: countOf(items), getItemAt: itemAt(items) },
});

export const rangeAreas = defineClass<'RangeAreas'>({
  name: 'RangeAreas',
  members: {
    address: property(address),
    addressLocal: property(address),
    areaCount: property((self) => areasOf(self).length),
    cellCount: property((self) => areasOf(self).reduce((sum, area) => sum + cellsIn(area), 0)),
    isEntireColumn: property((self) => areasOf(self).every(isWholeColumns)),
    isEntireRow: property((self) => areasOf(self).every(isWholeRows)),
    areas: navigation((self) => ({ class: 'RangeCollection', cells: self })),
    conditionalFormats: navigation((self) => ({ class: 'ConditionalFormatCollection', cells: self })),
    dataValidation: navigation((self) => ({ class: 'DataValidation', cells: self })),
    format: navigation((self) => ({ class: 'RangeFormat', cells: self })),
    worksheet: navigation((self) => ({ class: 'Worksheet', sheetId: self.sheetId })),
    clear: method((self, [applyTo], context) => {
      const what = optionalChoice(applyTo, 'applyTo', CLEAR_WHAT) ?? 'All';
      for (const area of areasOf(self)) clearCells(context, sheetOf(context, self.sheetId), area, what);
    }),
    getIntersection: object((self, [anotherRange], context) => {
      const found = common(self, anotherRange, context);
      if (!found) throw itemNotFound('There is no cell in common.');
      return found;
    }),
    getIntersectionOrNullObject: object((self, [anotherRange], context) =>
      common(self, anotherRange, context),
    ),
    getEntireRow: object((self, _args, context) =>
      derived(self, context, (area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
    ),
    getEntireColumn: object((self, _args, context) =>
      derived(self, context, (area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
    ),
    getOffsetRangeAreas: object((self, [rowOffset, columnOffset], context) => {
      const rows = integerArg(rowOffset, 'rowOffset');
      const columns = integerArg(columnOffset, 'columnOffset');
      return derived(self, context, ({ top, left, bottom, right }) => ({
        top: top + rows,
        left: left + columns,
        bottom: bottom + rows,
        right: right + columns,
      }));
    }),
    getUsedRangeAreas: object((self, [valuesOnly], context) => {
      const used = usedAreas(self, valuesOnly, context);
      if (!used) throw itemNotFound('There is no used cell.');
      return used;
    }),
    getUsedRangeAreasOrNullObject: object((self, [valuesOnly], context) =>
      usedAreas(self, valuesOnly, context),
    ),
    getSpecialCells: object((self, args, context) => {
      const found = special(self, args, context);
      if (!found) throw itemNotFound('No cells were found.');
      return found;
    }),
    getSpecialCellsOrNullObject: object((self, args, context) => special(self, args, context)),
    calculate: method((_self, _args, context) => calculateNow(context)),
    setDirty: method((_self, _args, context) => markStale(context)),
  },
});
