import {
  formatRange,
  intersectRanges,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  quoteSheetName,
} from '@phuluc/ooxml/a1';
import { isEntireColumns, isEntireRows } from '../../model/shift-ranges';
import type { CellRange } from '../../model/types';
import {
  isHostObject,
  readIntegerArg,
  readOptionalBooleanArg,
  readOptionalChoiceArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  calculateNow,
  createRangeAreasObject,
  createRangeObject,
  ensureCalculated,
  getCellRanges,
  markStale,
  requireSheet,
} from '../../protocol/batch-context';
import { countCells } from '../../protocol/cells/cell-values';
import { findSpecialCells } from '../../protocol/cells/find-special-cells';
import { resolveAddresses } from '../../protocol/cells/resolve-address';
import { findUsedRangeWithin } from '../../protocol/cells/used-range';
import {
  defineClass,
  defineFindPair,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { HostObject, ObjectOf, RangeAreasObject } from '../../protocol/host-objects';
import type { Argument, BatchContext } from '../../protocol/types';
import { CLEAR_TARGETS, clearCells } from './range-actions';

function formatAddress(self: RangeAreasObject, context: BatchContext): string {
  const { name } = requireSheet(context, self.sheetId);
  return getCellRanges(self)
    .map((area) => `${quoteSheetName(name)}!${formatRange(area)}`)
    .join(', ');
}

function intersectRangeAreas(
  self: RangeAreasObject,
  value: Argument,
  context: BatchContext,
): RangeAreasObject | null {
  const others = isHostObject(value, 'Range', 'RangeAreas')
    ? value
    : createRangeAreasObject(
        context,
        self.sheetId,
        resolveAddresses(context, requireSheet(context, self.sheetId), readTextArg(value, 'anotherRange')),
      );
  if (others.sheetId !== self.sheetId) throw createInvalidArgumentError('Both must be on the same sheet.');
  const areas = getCellRanges(self).flatMap((area) =>
    getCellRanges(others).flatMap((one) => intersectRanges(area, one) ?? []),
  );
  return areas.length > 0 ? createRangeAreasObject(context, self.sheetId, areas) : null;
}

/** Derives an area from each area; each result must lie on the sheet. */
function deriveRanges(
  self: RangeAreasObject,
  context: BatchContext,
  get: (area: CellRange) => CellRange,
): RangeAreasObject {
  const areas = getCellRanges(self).map(get);
  if (
    areas.some(
      ({ top, left, bottom, right }) =>
        top < 0 || left < 0 || bottom >= MAX_SHEET_ROWS || right >= MAX_SHEET_COLUMNS,
    )
  ) {
    throw createInvalidArgumentError('The areas would lie outside the sheet.');
  }
  return createRangeAreasObject(context, self.sheetId, areas);
}

function createRangesOrNull(
  self: RangeAreasObject,
  context: BatchContext,
  areas: CellRange[],
): RangeAreasObject | null {
  return areas.length > 0 ? createRangeAreasObject(context, self.sheetId, areas) : null;
}

function findUsedRanges(
  self: RangeAreasObject,
  valuesOnly: Argument,
  context: BatchContext,
): RangeAreasObject | null {
  const sheet = requireSheet(context, self.sheetId);
  const isOnlyValues = readOptionalBooleanArg(valuesOnly, 'valuesOnly') ?? false;
  if (isOnlyValues) ensureCalculated(context);
  return createRangesOrNull(
    self,
    context,
    getCellRanges(self).flatMap((area) => findUsedRangeWithin(sheet, area, isOnlyValues) ?? []),
  );
}

function findSpecialRanges(
  self: RangeAreasObject,
  [cellType, valueType]: Argument[],
  context: BatchContext,
): RangeAreasObject | null {
  ensureCalculated(context);
  const sheet = requireSheet(context, self.sheetId);
  return createRangesOrNull(
    self,
    context,
    getCellRanges(self).flatMap((area) => findSpecialCells(sheet, area, cellType, valueType)),
  );
}

function listRanges(self: ObjectOf<'RangeCollection'>, context: BatchContext): HostObject[] {
  return self.cells.areas.map((area) => createRangeObject(context, self.cells.sheetId, area));
}

export const rangeCollectionClass = defineClass<'RangeCollection'>({
  name: 'RangeCollection',
  items: listRanges,
  members: { getCount: defineGetCount(listRanges), getItemAt: defineGetItemAt(listRanges) },
});

export const rangeAreasClass = defineClass<'RangeAreas'>({
  name: 'RangeAreas',
  members: {
    address: defineProperty(formatAddress),
    addressLocal: defineProperty(formatAddress),
    areaCount: defineProperty((self) => getCellRanges(self).length),
    cellCount: defineProperty((self) => getCellRanges(self).reduce((sum, area) => sum + countCells(area), 0)),
    isEntireColumn: defineProperty((self) => getCellRanges(self).every(isEntireColumns)),
    isEntireRow: defineProperty((self) => getCellRanges(self).every(isEntireRows)),
    areas: defineNavigation((self) => ({ class: 'RangeCollection', cells: self })),
    conditionalFormats: defineNavigation((self) => ({ class: 'ConditionalFormatCollection', cells: self })),
    dataValidation: defineNavigation((self) => ({ class: 'DataValidation', cells: self })),
    format: defineNavigation((self) => ({ class: 'RangeFormat', cells: self })),
    worksheet: defineNavigation((self) => ({ class: 'Worksheet', sheetId: self.sheetId })),
    clear: defineMethod((self, [applyTo], context) => {
      const what = readOptionalChoiceArg(applyTo, 'applyTo', CLEAR_TARGETS) ?? 'All';
      for (const area of getCellRanges(self))
        clearCells(context, requireSheet(context, self.sheetId), area, what);
    }),
    ...defineFindPair<'RangeAreas'>(
      'getIntersection',
      (self, [anotherRange], context) => intersectRangeAreas(self, anotherRange, context),
      'There is no cell in common.',
    ),
    getEntireRow: defineObjectMethod((self, _args, context) =>
      deriveRanges(self, context, (area) => ({ ...area, left: 0, right: MAX_SHEET_COLUMNS - 1 })),
    ),
    getEntireColumn: defineObjectMethod((self, _args, context) =>
      deriveRanges(self, context, (area) => ({ ...area, top: 0, bottom: MAX_SHEET_ROWS - 1 })),
    ),
    getOffsetRangeAreas: defineObjectMethod((self, [rowOffset, columnOffset], context) => {
      const rows = readIntegerArg(rowOffset, 'rowOffset');
      const columns = readIntegerArg(columnOffset, 'columnOffset');
      return deriveRanges(self, context, ({ top, left, bottom, right }) => ({
        top: top + rows,
        left: left + columns,
        bottom: bottom + rows,
        right: right + columns,
      }));
    }),
    ...defineFindPair<'RangeAreas'>(
      'getUsedRangeAreas',
      (self, [valuesOnly], context) => findUsedRanges(self, valuesOnly, context),
      'There is no used cell.',
    ),
    ...defineFindPair<'RangeAreas'>(
      'getSpecialCells',
      (self, args, context) => findSpecialRanges(self, args, context),
      'No cells were found.',
    ),
    calculate: defineMethod((_self, _args, context) => calculateNow(context)),
    setDirty: defineMethod((_self, _args, context) => markStale(context)),
  },
});
