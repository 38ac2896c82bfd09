import type { CellRange } from '../../model/types';
import { createRangeObject } from '../batch-context';
import { findMemberOfKind } from '../find-member';
import { createInvalidArgumentError } from '../host-error';
import type { HostObject, ObjectOf, RangeObject } from '../host-objects';
import type { BatchContext } from '../types';
import type { Json, JsonObject } from '../wire';
import { countColumns, countRows, ensureReadable } from './cell-values';

type BorderSide = ObjectOf<'RangeBorder'>['side'];

/** Members of Excel.CellBorderCollection and the borders they are of one cell. */
const BORDER_SIDES: Record<string, BorderSide> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the object that a key leads to; borders are keyed by side here and by index elsewhere. */
function getNestedObject(object: HostObject, key: string, context: BatchContext): HostObject {
  if (object.class === 'RangeBorderCollection') {
    const side = BORDER_SIDES[key];
    if (!side) throw createInvalidArgumentError(`There is no border ${key}.`);
    return { class: 'RangeBorder', cells: object.cells, side };
  }
  const { member } = findMemberOfKind(context.session, object.class, key, 'navigation');
  const found = member.get(object, context);
  if (!found) throw createInvalidArgumentError(`There is no ${key}.`);
  return found;
}

/** Sets the properties that an object names, and those of its nested objects. */
function assignProperties(object: HostObject, properties: JsonObject, context: BatchContext): void {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (isJsonObject(value)) {
      assignProperties(getNestedObject(object, key, context), value, context);
      continue;
    }
    const { member, location } = findMemberOfKind(context.session, object.class, key, 'property');
    if (!member.set) throw createInvalidArgumentError(`${location} is read-only.`);
    member.set(object, value, context);
  }
}

/** Reads the properties that an object names with true, and those of its nested objects. */
function pickProperties(object: HostObject, options: JsonObject, context: BatchContext): JsonObject {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, wanted]): [string, Json][] => {
      if (isJsonObject(wanted))
        return [[key, pickProperties(getNestedObject(object, key, context), wanted, context)]];
      if (wanted !== true) return [];
      const { member } = findMemberOfKind(context.session, object.class, key, 'property');
      return [[key, member.get(object, context)]];
    }),
  );
}

function splitLines(area: CellRange, axis: 'row' | 'column'): CellRange[] {
  return Array.from({ length: axis === 'row' ? countRows(area) : countColumns(area) }, (_, index) =>
    axis === 'row'
      ? { ...area, top: area.top + index, bottom: area.top + index }
      : { ...area, left: area.left + index, right: area.left + index },
  );
}

function readLoadOptions(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) throw createInvalidArgumentError('What is to be loaded must be an object.');
  return value;
}

function readListOfLength(value: Json | undefined, length: number): Json[] {
  if (!Array.isArray(value) || value.length !== length) {
    throw createInvalidArgumentError(`The properties must be an array of ${length}.`);
  }
  return value;
}

/** Range.getRowProperties, getColumnProperties. */
export function readLineProperties(
  range: RangeObject,
  area: CellRange,
  axis: 'row' | 'column',
  wanted: Json | undefined,
  context: BatchContext,
): JsonObject[] {
  return splitLines(area, axis).map((line) =>
    pickProperties(createRangeObject(context, range.sheetId, line), readLoadOptions(wanted), context),
  );
}

/** Range.setRowProperties, setColumnProperties: one object for each, null for unchanged ones. */
export function writeLineProperties(
  range: RangeObject,
  area: CellRange,
  axis: 'row' | 'column',
  properties: Json | undefined,
  context: BatchContext,
): void {
  const parts = splitLines(area, axis);
  readListOfLength(properties, parts.length).forEach((one, index) => {
    const line = parts[index];
    if (line && isJsonObject(one))
      assignProperties(createRangeObject(context, range.sheetId, line), one, context);
  });
}

/** Range.getCellProperties. */
export function readCellProperties(
  range: RangeObject,
  area: CellRange,
  wanted: Json | undefined,
  context: BatchContext,
): JsonObject[][] {
  ensureReadable(area);
  return splitLines(area, 'row').map((row) =>
    splitLines(row, 'column').map((cell) =>
      pickProperties(createRangeObject(context, range.sheetId, cell), readLoadOptions(wanted), context),
    ),
  );
}

/** Range.setCellProperties: an array of the range's shape. */
export function writeCellProperties(
  range: RangeObject,
  area: CellRange,
  properties: Json | undefined,
  context: BatchContext,
): void {
  ensureReadable(area);
  const rows = readListOfLength(properties, countRows(area)).map((row) =>
    readListOfLength(row, countColumns(area)),
  );
  splitLines(area, 'row').forEach((row, index) =>
    writeLineProperties(range, row, 'column', rows[index], context),
  );
}
