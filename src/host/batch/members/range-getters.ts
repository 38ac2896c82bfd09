import { MAX_COLUMNS, MAX_ROWS, contains, intersection, intersects } from '../../model/address';
import type { Area, SheetModel } from '../../model/types';
import { cellAt } from '../../model/workbook';
import { anyRangeArg } from '../addresses';
import { choiceArg, integerArg, optionalBoolean, optionalInteger, textArg, objectArg } from '../arguments';
import { columnsIn, rowsIn } from '../cell-values';
import { type Argument, type Member, object } from '../class-table';
import { type BatchContext, areaOf, ensureCalculated, makeRange, makeRangeAreas, sheetOf } from '../context';
import { DIRECTIONS, edgeOf } from '../range-edge';
import { boundsOf } from '../bounds';
import { findCells } from '../find-replace';
import { invalidArgument, itemNotFound } from '../host-error';
import type { RangeObject } from '../objects';
import { specialCells } from '../special-cells';
import { usedPart } from '../used-part';
import { surroundingRegion } from '../surrounding-region';

type Getter = (area: Area, args: Argument[], sheet: SheetModel) => Area | null;

/** The area must lie on the sheet. */
function onSheet(area: Area): Area {
  const isOn =
    area.top >= 0 &&
    area.left >= 0 &&
    area.bottom < MAX_ROWS &&
    area.right < MAX_COLUMNS &&
    area.top <= area.bottom &&
    area.left <= area.right;
  if (!isOn) throw invalidArgument('The range would lie outside the sheet.');
  return area;
}

/** A getter computed from the area alone. */
function derived(get: Getter): Member<'Range'> {
  return object((self, args, context) => {
    const area = get(areaOf(self), args, sheetOf(context, self.sheetId));
    return area && makeRange(context, self.sheetId, onSheet(area));
  });
}

function rowAt(area: Area, index: number): Area {
  return {
    ...area,
    top: area.top + index,
    bottom: area.top + index,
  };
}
function columnAt(area: Area, index: number): Area {
  return {
    ...area,
    left: area.left + index,
    right: area.left + index,
  };
}

/** Rows beside the range: above with a negative count of "below", at the range's own width. */
function rowsBeside(area: Area, count: number): Area {
  return count > 0
    ? { ...area, top: area.bottom + 1, bottom: area.bottom + count }
    : { ...area, top: area.top + count, bottom: area.top - 1 };
}
function columnsBeside(area: Area, count: number): Area {
  return count > 0
    ? { ...area, left: area.right + 1, right: area.right + count }
    : { ...area, left: area.left + count, right: area.left - 1 };
}

function countArg(value: Argument): number {
  const count = optionalInteger(value, 'count') ?? 1;
  if (count === 0) throw invalidArgument('The count must not be 0.');
  return count;
}

function other(self: RangeObject, value: Argument, context: BatchContext): Area {
  const another = anyRangeArg(context, value, 'anotherRange', self.sheetId);
  if (another.sheetId !== self.sheetId) throw invalidArgument('Both ranges must be on the same sheet.');
  return areaOf(another);
}

function usedWithin(self: RangeObject, valuesOnly: Argument, context: BatchContext): Area | null {
  const isOnlyValues = optionalBoolean(valuesOnly, 'valuesOnly') ?? false;
  if (isOnlyValues) ensureCalculated(context);
  return usedPart(sheetOf(context, self.sheetId), areaOf(self), isOnlyValues);
}

/** Where Ctrl and an arrow key begin: the given cell, or the range's first one. */
function edgeArgs(self: RangeObject, [direction, activeCell]: Argument[], context: BatchContext) {
  ensureCalculated(context);
  const given =
    activeCell === null || activeCell === undefined
      ? null
      : anyRangeArg(context, activeCell, 'activeCell', self.sheetId);
  const { top, left } = areaOf(given ?? self);
  return { direction: choiceArg(direction, 'direction', DIRECTIONS), from: { row: top, column: left } };
}

function spillOf(self: RangeObject, context: BatchContext): Area | null {
  ensureCalculated(context);
  const { top, left } = areaOf(self);
  const { spill } = cellAt(sheetOf(context, self.sheetId), top, left);
  return spill ? { top, left, bottom: top + spill.rows - 1, right: left + spill.columns - 1 } : null;
}

function spillParentOf(self: RangeObject, context: BatchContext): Area | null {
  ensureCalculated(context);
  const { top, left } = areaOf(self);
  const cell = cellAt(sheetOf(context, self.sheetId), top, left);
  const parent = cell.spilledFrom ?? (cell.spill ? { row: top, column: left } : null);
  return parent && { top: parent.row, bottom: parent.row, left: parent.column, right: parent.column };
}

function search(self: RangeObject, [text, criteria]: Argument[], context: BatchContext): Area | null {
  const sheet = sheetOf(context, self.sheetId);
  return (
    findCells(
      context,
      sheet,
      areaOf(self),
      textArg(text, 'text'),
      objectArg(criteria ?? {}, 'criteria'),
      true,
    )[0] ?? null
  );
}

function special(self: RangeObject, [cellType, valueTypeName]: Argument[], context: BatchContext): Area[] {
  ensureCalculated(context);
  return specialCells(sheetOf(context, self.sheetId), areaOf(self), cellType, valueTypeName);
}

function mergedIn(self: RangeObject, context: BatchContext): Area[] {
  return sheetOf(context, self.sheetId).merges.filter((merge) => intersects(merge, areaOf(self)));
}

/** Members of Range that give other ranges. */
export const rangeGetters = {
  getCell: derived((area, [row, column]) => {
    // Cells outside the range can be reached too, as long as they are on the sheet.
    const top = area.top + integerArg(row, 'row');
    const left = area.left + integerArg(column, 'column');
    return { top, left, bottom: top, right: left };
  }),
  getRow: derived((area, [row]) => rowAt(area, integerArg(row, 'row', 0, rowsIn(area) - 1))),
  getColumn: derived((area, [column]) =>
    columnAt(area, integerArg(column, 'column', 0, columnsIn(area) - 1)),
  ),
  getEntireRow: derived((area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
  getEntireColumn: derived((area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
  getLastCell: derived(({ bottom, right }) => ({ top: bottom, left: right, bottom, right })),
  getLastRow: derived((area) => ({ ...area, top: area.bottom })),
  getLastColumn: derived((area) => ({ ...area, left: area.right })),
  getOffsetRange: derived((area, [rowOffset, columnOffset]) => {
    const rows = integerArg(rowOffset, 'rowOffset');
    const columns = integerArg(columnOffset, 'columnOffset');
    return {
      top: area.top + rows,
      bottom: area.bottom + rows,
      left: area.left + columns,
      right: area.right + columns,
    };
  }),
  getResizedRange: derived((area, [deltaRows, deltaColumns]) => ({
    ...area,
    bottom: area.bottom + integerArg(deltaRows, 'deltaRows'),
    right: area.right + integerArg(deltaColumns, 'deltaColumns'),
  })),
  getAbsoluteResizedRange: derived((area, [numRows, numColumns]) => ({
    ...area,
    bottom: area.top + integerArg(numRows, 'numRows', 1) - 1,
    right: area.left + integerArg(numColumns, 'numColumns', 1) - 1,
  })),
  getRowsAbove: derived((area, [count]) => rowsBeside(area, -countArg(count))),
  getRowsBelow: derived((area, [count]) => rowsBeside(area, countArg(count))),
  getColumnsBefore: derived((area, [count]) => columnsBeside(area, -countArg(count))),
  getColumnsAfter: derived((area, [count]) => columnsBeside(area, countArg(count))),
  getBoundingRect: object((self, [anotherRange], context) => {
    const area = areaOf(self);
    const another = other(self, anotherRange, context);
    return makeRange(context, self.sheetId, boundsOf([area, another]));
  }),
  getIntersection: object((self, [anotherRange], context) => {
    const area = intersection(areaOf(self), other(self, anotherRange, context));
    if (!area) throw itemNotFound('The ranges have no cell in common.');
    return makeRange(context, self.sheetId, area);
  }),
  getIntersectionOrNullObject: object((self, [anotherRange], context) => {
    const area = intersection(areaOf(self), other(self, anotherRange, context));
    return area && makeRange(context, self.sheetId, area);
  }),
  getUsedRange: object((self, [valuesOnly], context) => {
    const area = usedWithin(self, valuesOnly, context);
    if (!area) throw itemNotFound('The range has no used cell.');
    return makeRange(context, self.sheetId, area);
  }),
  getUsedRangeOrNullObject: object((self, [valuesOnly], context) => {
    const area = usedWithin(self, valuesOnly, context);
    return area && makeRange(context, self.sheetId, area);
  }),
  getRangeEdge: object((self, args, context) => {
    const { direction, from } = edgeArgs(self, args, context);
    return makeRange(context, self.sheetId, edgeOf(sheetOf(context, self.sheetId), from, direction));
  }),
  getExtendedRange: object((self, args, context) => {
    const { direction, from } = edgeArgs(self, args, context);
    const edge = edgeOf(sheetOf(context, self.sheetId), from, direction);
    return makeRange(context, self.sheetId, boundsOf([areaOf(self), edge]));
  }),
  getSurroundingRegion: derived((area, _args, sheet) => surroundingRegion(sheet, area)),
  getSpillingToRange: object((self, _args, context) => {
    const area = spillOf(self, context);
    if (!area) throw itemNotFound('The cell spills nothing.');
    return makeRange(context, self.sheetId, area);
  }),
  getSpillingToRangeOrNullObject: object((self, _args, context) => {
    const area = spillOf(self, context);
    return area && makeRange(context, self.sheetId, area);
  }),
  getSpillParent: object((self, _args, context) => {
    const area = spillParentOf(self, context);
    if (!area) throw itemNotFound('The cell is no part of a spilled array.');
    return makeRange(context, self.sheetId, area);
  }),
  getSpillParentOrNullObject: object((self, _args, context) => {
    const area = spillParentOf(self, context);
    return area && makeRange(context, self.sheetId, area);
  }),
  getMergedAreasOrNullObject: object((self, _args, context) => {
    const merges = mergedIn(self, context);
    return merges.length > 0 ? makeRangeAreas(context, self.sheetId, merges) : null;
  }),
  getTables: object((self, [fullyContained], context) => {
    const fully = optionalBoolean(fullyContained, 'fullyContained') ?? false;
    const area = areaOf(self);
    const tables = sheetOf(context, self.sheetId).tables.filter((table) =>
      fully ? contains(area, table.area) : intersects(area, table.area),
    );
    return {
      class: 'TableScopedCollection',
      tables: tables.map(({ id }) => ({ sheetId: self.sheetId, tableId: id })),
    };
  }),
  find: object((self, args, context) => {
    const area = search(self, args, context);
    if (!area) throw itemNotFound('Nothing was found.');
    return makeRange(context, self.sheetId, area);
  }),
  findOrNullObject: object((self, args, context) => {
    const area = search(self, args, context);
    return area && makeRange(context, self.sheetId, area);
  }),
  getSpecialCells: object((self, args, context) => {
    const areas = special(self, args, context);
    if (areas.length === 0) throw itemNotFound('No cells were found.');
    return makeRangeAreas(context, self.sheetId, areas);
  }),
  getSpecialCellsOrNullObject: object((self, args, context) => {
    const areas = special(self, args, context);
    return areas.length > 0 ? makeRangeAreas(context, self.sheetId, areas) : null;
  }),
  getVisibleView: object((self) => ({ class: 'RangeView', cells: self, row: null })),
} satisfies Record<string, Member<'Range'>>;
