import type { Area } from '../model/types';
import { columnsIn, ensureReadable, rowsIn } from './cell-values';
import { type BatchContext, makeRange } from './context';
import { invalidArgument } from './host-error';
import { findMemberOf } from './lookup';
import type { HostObject, ObjectOf, RangeObject } from './objects';
import type { Json, JsonObject } from './wire';

type Side = ObjectOf<'RangeBorder'>['side'];

/** Members of Excel.CellBorderCollection and the borders they are of one cell. */
const SIDES: Record<string, Side> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a key leads to; borders go by sides here and by index elsewhere. */
function inner(object: HostObject, key: string, context: BatchContext): HostObject {
  if (object.class === 'RangeBorderCollection') {
    const side = SIDES[key];
    if (!side) throw invalidArgument(`There is no border ${key}.`);
    return { class: 'RangeBorder', cells: object.cells, side };
  }
  const { member } = findMemberOf(context.session, object.class, key, 'navigation');
  const found = member.get(object, context);
  if (!found) throw invalidArgument(`There is no ${key}.`);
  return found;
}

/** Sets the properties that an object names, and those of the objects in it. */
function assign(object: HostObject, properties: JsonObject, context: BatchContext): void {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (isObject(value)) {
      assign(inner(object, key, context), value, context);
      continue;
    }
    const { member, location } = findMemberOf(context.session, object.class, key, 'property');
    if (!member.set) throw invalidArgument(`${location} is read-only.`);
    member.set(object, value, context);
  }
}

/** Reads the properties that an object names with true, and those of the objects in it. */
function pick(object: HostObject, options: JsonObject, context: BatchContext): JsonObject {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, wanted]): [string, Json][] => {
      if (isObject(wanted)) return [[key, pick(inner(object, key, context), wanted, context)]];
      if (wanted !== true) return [];
      const { member } = findMemberOf(context.session, object.class, key, 'property');
      return [[key, member.get(object, context)]];
    }),
  );
}

function lines(area: Area, axis: 'row' | 'column'): Area[] {
  return Array.from({ length: axis === 'row' ? rowsIn(area) : columnsIn(area) }, (_, index) =>
    axis === 'row'
      ? { ...area, top: area.top + index, bottom: area.top + index }
      : { ...area, left: area.left + index, right: area.left + index },
  );
}

function options(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw invalidArgument('What is to be loaded must be an object.');
  return value;
}

function list(value: Json | undefined, length: number): Json[] {
  if (!Array.isArray(value) || value.length !== length) {
    throw invalidArgument(`The properties must be an array of ${length}.`);
  }
  return value;
}

/** Range.getRowProperties, getColumnProperties. */
export function readLines(
  range: RangeObject,
  area: Area,
  axis: 'row' | 'column',
  wanted: Json | undefined,
  context: BatchContext,
): JsonObject[] {
  return lines(area, axis).map((line) =>
    pick(makeRange(context, range.sheetId, line), options(wanted), context),
  );
}

/** Range.setRowProperties, setColumnProperties: one object for each, null for those left alone. */
export function writeLines(
  range: RangeObject,
  area: Area,
  axis: 'row' | 'column',
  properties: Json | undefined,
  context: BatchContext,
): void {
  const parts = lines(area, axis);
  list(properties, parts.length).forEach((one, index) => {
    const line = parts[index];
    if (line && isObject(one)) assign(makeRange(context, range.sheetId, line), one, context);
  });
}

/** Range.getCellProperties. */
export function readEachCell(
  range: RangeObject,
  area: Area,
  wanted: Json | undefined,
  context: BatchContext,
): JsonObject[][] {
  ensureReadable(area);
  return lines(area, 'row').map((row) =>
    lines(row, 'column').map((cell) =>
      pick(makeRange(context, range.sheetId, cell), options(wanted), context),
    ),
  );
}

/** Range.setCellProperties: an array of the range's shape. */
export function writeEachCell(
  range: RangeObject,
  area: Area,
  properties: Json | undefined,
  context: BatchContext,
): void {
  ensureReadable(area);
  const rows = list(properties, rowsIn(area)).map((row) => list(row, columnsIn(area)));
  lines(area, 'row').forEach((row, index) => writeLines(range, row, 'column', rows[index], context));
}
