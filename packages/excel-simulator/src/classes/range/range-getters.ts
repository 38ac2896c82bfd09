import {
  areRangesIntersecting,
  containsRange,
  intersectRanges,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
} from '@phuluc/ooxml/a1';
import type { CellRange, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import {
  readChoiceArg,
  readIntegerArg,
  readObjectArg,
  readOptionalBooleanArg,
  readOptionalIntegerArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  createRangeAreasObject,
  createRangeObject,
  ensureCalculated,
  getCellRange,
  requireSheet,
} from '../../protocol/batch-context';
import { getBoundingRange } from '../../protocol/cells/bounding-range';
import { countColumns, countRows } from '../../protocol/cells/cell-values';
import { findCells } from '../../protocol/cells/find-replace';
import { findSpecialCells } from '../../protocol/cells/find-special-cells';
import { DIRECTIONS, findRangeEdge } from '../../protocol/cells/range-edge';
import { readAnyRangeArg } from '../../protocol/cells/resolve-address';
import { findSurroundingRegion } from '../../protocol/cells/surrounding-region';
import { findUsedRangeWithin } from '../../protocol/cells/used-range';
import { defineFindPair, defineObjectMethod } from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { RangeObject } from '../../protocol/host-objects';
import type { Argument, BatchContext, Member } from '../../protocol/types';

type RangeGetter = (area: CellRange, args: Argument[], sheet: SheetModel) => CellRange | null;

/**
 * Checks that the area lies on the sheet.
 * @throws HostError where it does not.
 */
function ensureOnSheet(area: CellRange): CellRange {
  const isOn =
    area.top >= 0 &&
    area.left >= 0 &&
    area.bottom < MAX_SHEET_ROWS &&
    area.right < MAX_SHEET_COLUMNS &&
    area.top <= area.bottom &&
    area.left <= area.right;
  if (!isOn) throw createInvalidArgumentError('The range would lie outside the sheet.');
  return area;
}

/** Defines a getter that computes its result from the area alone. */
function defineDerivedRange(get: RangeGetter): Member<'Range'> {
  return defineObjectMethod((self, args, context) => {
    const area = get(getCellRange(self), args, requireSheet(context, self.sheetId));
    return area && createRangeObject(context, self.sheetId, ensureOnSheet(area));
  });
}

function getRowRange(area: CellRange, index: number): CellRange {
  return {
    ...area,
    top: area.top + index,
    bottom: area.top + index,
  };
}
function getColumnRange(area: CellRange, index: number): CellRange {
  return {
    ...area,
    left: area.left + index,
    right: area.left + index,
  };
}

/** Defines a getter of rows adjacent to the range, at its width; a negative count of "below" counts above. */
function getAdjacentRows(area: CellRange, count: number): CellRange {
  return count > 0
    ? { ...area, top: area.bottom + 1, bottom: area.bottom + count }
    : { ...area, top: area.top + count, bottom: area.top - 1 };
}
function getAdjacentColumns(area: CellRange, count: number): CellRange {
  return count > 0
    ? { ...area, left: area.right + 1, right: area.right + count }
    : { ...area, left: area.left + count, right: area.left - 1 };
}

function readCountArg(value: Argument): number {
  const count = readOptionalIntegerArg(value, 'count') ?? 1;
  if (count === 0) throw createInvalidArgumentError('The count must not be 0.');
  return count;
}

function readOtherRange(self: RangeObject, value: Argument, context: BatchContext): CellRange {
  const another = readAnyRangeArg(context, value, 'anotherRange', self.sheetId);
  if (another.sheetId !== self.sheetId)
    throw createInvalidArgumentError('Both ranges must be on the same sheet.');
  return getCellRange(another);
}

function findUsedRange(self: RangeObject, valuesOnly: Argument, context: BatchContext): CellRange | null {
  const isOnlyValues = readOptionalBooleanArg(valuesOnly, 'valuesOnly') ?? false;
  if (isOnlyValues) ensureCalculated(context);
  return findUsedRangeWithin(requireSheet(context, self.sheetId), getCellRange(self), isOnlyValues);
}

/** Returns the cell that Ctrl and an arrow key start from: the given cell, or the range's first one. */
function readEdgeArgs(self: RangeObject, [direction, activeCell]: Argument[], context: BatchContext) {
  ensureCalculated(context);
  const given =
    activeCell === null || activeCell === undefined
      ? null
      : readAnyRangeArg(context, activeCell, 'activeCell', self.sheetId);
  const { top, left } = getCellRange(given ?? self);
  return { direction: readChoiceArg(direction, 'direction', DIRECTIONS), from: { row: top, column: left } };
}

function getSpillRange(self: RangeObject, context: BatchContext): CellRange | null {
  ensureCalculated(context);
  const { top, left } = getCellRange(self);
  const { spill } = getCell(requireSheet(context, self.sheetId), top, left);
  return spill ? { top, left, bottom: top + spill.rows - 1, right: left + spill.columns - 1 } : null;
}

function getSpillParentCell(self: RangeObject, context: BatchContext): CellRange | null {
  ensureCalculated(context);
  const { top, left } = getCellRange(self);
  const cell = getCell(requireSheet(context, self.sheetId), top, left);
  const parent = cell.spilledFrom ?? (cell.spill ? { row: top, column: left } : null);
  return parent && { top: parent.row, bottom: parent.row, left: parent.column, right: parent.column };
}

function findText(self: RangeObject, [text, criteria]: Argument[], context: BatchContext): CellRange | null {
  const sheet = requireSheet(context, self.sheetId);
  return (
    findCells(
      context,
      sheet,
      getCellRange(self),
      readTextArg(text, 'text'),
      readObjectArg(criteria ?? {}, 'criteria'),
      true,
    )[0] ?? null
  );
}

function findSpecialRanges(
  self: RangeObject,
  [cellType, valueTypeName]: Argument[],
  context: BatchContext,
): CellRange[] {
  ensureCalculated(context);
  return findSpecialCells(requireSheet(context, self.sheetId), getCellRange(self), cellType, valueTypeName);
}

function findMerges(self: RangeObject, context: BatchContext): CellRange[] {
  return requireSheet(context, self.sheetId).merges.filter((merge) =>
    areRangesIntersecting(merge, getCellRange(self)),
  );
}

/** Members of Range that give other ranges. */
export const rangeGetters = {
  getCell: defineDerivedRange((area, [row, column]) => {
    // Cells outside the range can be reached too, as long as they are on the sheet.
    const top = area.top + readIntegerArg(row, 'row');
    const left = area.left + readIntegerArg(column, 'column');
    return { top, left, bottom: top, right: left };
  }),
  getRow: defineDerivedRange((area, [row]) =>
    getRowRange(area, readIntegerArg(row, 'row', 0, countRows(area) - 1)),
  ),
  getColumn: defineDerivedRange((area, [column]) =>
    getColumnRange(area, readIntegerArg(column, 'column', 0, countColumns(area) - 1)),
  ),
  getEntireRow: defineDerivedRange((area) => ({ ...area, left: 0, right: MAX_SHEET_COLUMNS - 1 })),
  getEntireColumn: defineDerivedRange((area) => ({ ...area, top: 0, bottom: MAX_SHEET_ROWS - 1 })),
  getLastCell: defineDerivedRange(({ bottom, right }) => ({ top: bottom, left: right, bottom, right })),
  getLastRow: defineDerivedRange((area) => ({ ...area, top: area.bottom })),
  getLastColumn: defineDerivedRange((area) => ({ ...area, left: area.right })),
  getOffsetRange: defineDerivedRange((area, [rowOffset, columnOffset]) => {
    const rows = readIntegerArg(rowOffset, 'rowOffset');
    const columns = readIntegerArg(columnOffset, 'columnOffset');
    return {
      top: area.top + rows,
      bottom: area.bottom + rows,
      left: area.left + columns,
      right: area.right + columns,
    };
  }),
  getResizedRange: defineDerivedRange((area, [deltaRows, deltaColumns]) => ({
    ...area,
    bottom: area.bottom + readIntegerArg(deltaRows, 'deltaRows'),
    right: area.right + readIntegerArg(deltaColumns, 'deltaColumns'),
  })),
  getAbsoluteResizedRange: defineDerivedRange((area, [numRows, numColumns]) => ({
    ...area,
    bottom: area.top + readIntegerArg(numRows, 'numRows', 1) - 1,
    right: area.left + readIntegerArg(numColumns, 'numColumns', 1) - 1,
  })),
  getRowsAbove: defineDerivedRange((area, [count]) => getAdjacentRows(area, -readCountArg(count))),
  getRowsBelow: defineDerivedRange((area, [count]) => getAdjacentRows(area, readCountArg(count))),
  getColumnsBefore: defineDerivedRange((area, [count]) => getAdjacentColumns(area, -readCountArg(count))),
  getColumnsAfter: defineDerivedRange((area, [count]) => getAdjacentColumns(area, readCountArg(count))),
  getBoundingRect: defineObjectMethod((self, [anotherRange], context) => {
    const area = getCellRange(self);
    const another = readOtherRange(self, anotherRange, context);
    return createRangeObject(context, self.sheetId, getBoundingRange([area, another]));
  }),
  ...defineFindPair<'Range'>(
    'getIntersection',
    (self, [anotherRange], context) => {
      const area = intersectRanges(getCellRange(self), readOtherRange(self, anotherRange, context));
      return area && createRangeObject(context, self.sheetId, area);
    },
    'The ranges have no cell in common.',
  ),
  ...defineFindPair<'Range'>(
    'getUsedRange',
    (self, [valuesOnly], context) => {
      const area = findUsedRange(self, valuesOnly, context);
      return area && createRangeObject(context, self.sheetId, area);
    },
    'The range has no used cell.',
  ),
  getRangeEdge: defineObjectMethod((self, args, context) => {
    const { direction, from } = readEdgeArgs(self, args, context);
    return createRangeObject(
      context,
      self.sheetId,
      findRangeEdge(requireSheet(context, self.sheetId), from, direction),
    );
  }),
  getExtendedRange: defineObjectMethod((self, args, context) => {
    const { direction, from } = readEdgeArgs(self, args, context);
    const edge = findRangeEdge(requireSheet(context, self.sheetId), from, direction);
    return createRangeObject(context, self.sheetId, getBoundingRange([getCellRange(self), edge]));
  }),
  getSurroundingRegion: defineDerivedRange((area, _args, sheet) => findSurroundingRegion(sheet, area)),
  ...defineFindPair<'Range'>(
    'getSpillingToRange',
    (self, _args, context) => {
      const area = getSpillRange(self, context);
      return area && createRangeObject(context, self.sheetId, area);
    },
    'The cell spills nothing.',
  ),
  ...defineFindPair<'Range'>(
    'getSpillParent',
    (self, _args, context) => {
      const area = getSpillParentCell(self, context);
      return area && createRangeObject(context, self.sheetId, area);
    },
    'The cell is no part of a spilled array.',
  ),
  getMergedAreasOrNullObject: defineObjectMethod((self, _args, context) => {
    const merges = findMerges(self, context);
    return merges.length > 0 ? createRangeAreasObject(context, self.sheetId, merges) : null;
  }),
  getTables: defineObjectMethod((self, [fullyContained], context) => {
    const fully = readOptionalBooleanArg(fullyContained, 'fullyContained') ?? false;
    const area = getCellRange(self);
    const tables = requireSheet(context, self.sheetId).tables.filter((table) =>
      fully ? containsRange(area, table.area) : areRangesIntersecting(area, table.area),
    );
    return {
      class: 'TableScopedCollection',
      tables: tables.map(({ id }) => ({ sheetId: self.sheetId, tableId: id })),
    };
  }),
  ...defineFindPair<'Range'>(
    'find',
    (self, args, context) => {
      const area = findText(self, args, context);
      return area && createRangeObject(context, self.sheetId, area);
    },
    'Nothing was found.',
  ),
  ...defineFindPair<'Range'>(
    'getSpecialCells',
    (self, args, context) => {
      const areas = findSpecialRanges(self, args, context);
      return areas.length > 0 ? createRangeAreasObject(context, self.sheetId, areas) : null;
    },
    'No cells were found.',
  ),
  getVisibleView: defineObjectMethod((self) => ({ class: 'RangeView', cells: self, row: null })),
} satisfies Record<string, Member<'Range'>>;
