import { areaAddress, intersection, quoteSheetName } from '../../model/address';
import { isWholeColumns, isWholeRows } from '../../model/shift';
import { areasFromAddress } from '../addresses';
import { isObjectOf, optionalChoice, textArg } from '../arguments';
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
import { type BatchContext, areasOf, makeRange, makeRangeAreas, markStale, sheetOf } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf, RangeAreasObject } from '../objects';
import { CLEAR_WHAT, clearCells } from './range-actions';

const address = (self: RangeAreasObject, context: BatchContext): string => {
  const { name } = sheetOf(context, self.sheetId);
  return areasOf(self)
    .map((area) => `${quoteSheetName(name)}!${areaAddress(area)}`)
    .join(',');
};

const common = (self: RangeAreasObject, value: Argument, context: BatchContext): RangeAreasObject | null => {
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
};

const items = (self: ObjectOf<'RangeCollection'>, context: BatchContext): HostObject[] =>
  self.cells.areas.map((area) => makeRange(context, self.cells.sheetId, area));

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
    setDirty: method((_self, _args, context) => markStale(context)),
  },
});
