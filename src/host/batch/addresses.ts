import { nameKey } from '../model/formula-refs';
import { parseArea } from '../model/address';
import type { Area, SheetModel } from '../model/types';
import { sheetNamed } from '../model/workbook';
import type { Argument } from './class-table';
import { isObjectOf, textArg } from './arguments';
import { type BatchContext, areaOf, makeRange, sheetOf } from './context';
import { invalidArgument } from './host-error';
import { areasOfFormula } from './references';
import type { RangeObject } from './objects';

/** "'Phụ lục'!A1" → sheet name and rest; null when no sheet is named. */
function splitSheet(address: string): { sheetName: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheetName: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const mark = address.indexOf('!');
  return mark < 0
    ? { sheetName: null, rest: address }
    : { sheetName: address.slice(0, mark), rest: address.slice(mark + 1) };
}

function nameInScope(context: BatchContext, sheet: SheetModel, name: string): string | undefined {
  const isIt = (one: { name: string }): boolean => nameKey(one.name) === nameKey(name);
  return (sheet.names.find(isIt) ?? context.workbook.names.find(isIt))?.formula;
}

/**
 * One address of a sheet: "B2:D5", "B:D", "2:5", with or without the sheet's own name, or the name of a range or
 * table. InvalidArgument when it leads to no cells of this sheet.
 */
export function areaFromAddress(context: BatchContext, sheet: SheetModel, address: string): Area {
  const { sheetName, rest } = splitSheet(address.trim());
  const other = sheetName === null ? sheet : sheetNamed(context.workbook, sheetName);
  if (other !== sheet) throw invalidArgument(`The address ${address} is not on the sheet ${sheet.name}.`);
  const area = parseArea(rest);
  if (area) return area;
  const formula = nameInScope(context, sheet, rest) ?? `=${rest}`;
  const [found, ...more] = areasOfFormula(context, formula, sheet);
  if (!found || more.length > 0 || found.sheetId !== sheet.id) {
    throw invalidArgument(`The address ${address} is not valid here.`);
  }
  return found.area;
}

/** "A1:B2, D4": one or more areas. */
export function areasFromAddress(context: BatchContext, sheet: SheetModel, address: string): Area[] {
  return address.split(',').map((part) => areaFromAddress(context, sheet, part));
}

/** An argument that is a range of this sheet or an address on it. */
export function rangeArg(context: BatchContext, value: Argument, name: string, sheetId: string): RangeObject {
  if (isObjectOf(value, 'Range')) {
    areaOf(value);
    return value;
  }
  const sheet = sheetOf(context, sheetId);
  return makeRange(context, sheetId, areaFromAddress(context, sheet, textArg(value, name)));
}

/** An argument that is a range of any sheet, or an address that may name another sheet. */
export function anyRangeArg(
  context: BatchContext,
  value: Argument,
  name: string,
  sheetId: string,
): RangeObject {
  if (typeof value !== 'string') return rangeArg(context, value, name, sheetId);
  const { sheetName } = splitSheet(value.trim());
  const sheet = sheetName === null ? sheetOf(context, sheetId) : sheetNamed(context.workbook, sheetName);
  if (!sheet) throw invalidArgument(`The argument '${name}' names a sheet that is not there.`);
  return makeRange(context, sheet.id, areaFromAddress(context, sheet, value));
}
