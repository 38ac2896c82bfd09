import { parseRange } from '@phuluc/ooxml/a1';
import { findName } from '../../model/find-name';
import type { CellRange, SheetModel } from '../../model/types';
import { findSheetByName } from '../../model/workbook';
import { isHostObject, readTextArg } from '../arguments';
import { createRangeObject, getCellRange, requireSheet } from '../batch-context';
import { createInvalidArgumentError } from '../host-error';
import type { RangeObject } from '../host-objects';
import type { Argument, BatchContext } from '../types';
import { findFormulaRanges } from './find-formula-ranges';

/**
 * Splits "'Phụ lục'!A1" into sheet name and rest.
 * @returns null for the sheet name when no sheet is named.
 */
function splitSheetName(address: string): { sheetName: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheetName: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const mark = address.indexOf('!');
  return mark < 0
    ? { sheetName: null, rest: address }
    : { sheetName: address.slice(0, mark), rest: address.slice(mark + 1) };
}

function findNamedFormula(context: BatchContext, sheet: SheetModel, name: string): string | undefined {
  return (findName(sheet.names, name) ?? findName(context.workbook.names, name))?.formula;
}

/**
 * Resolves one address of a sheet: "B2:D5", "B:D", "2:5", with or without the sheet's name, or the name of a
 * range or table.
 * @throws HostError (InvalidArgument) when it leads to no cells of this sheet.
 */
export function resolveAddress(context: BatchContext, sheet: SheetModel, address: string): CellRange {
  const { sheetName, rest } = splitSheetName(address.trim());
  const other = sheetName === null ? sheet : findSheetByName(context.workbook, sheetName);
  if (other !== sheet)
    throw createInvalidArgumentError(`The address ${address} is not on the sheet ${sheet.name}.`);
  const area = parseRange(rest);
  if (area) return area;
  const formula = findNamedFormula(context, sheet, rest) ?? `=${rest}`;
  const [found, ...more] = findFormulaRanges(context, formula, sheet);
  if (!found || more.length > 0 || found.sheetId !== sheet.id) {
    throw createInvalidArgumentError(`The address ${address} is not valid here.`);
  }
  return found.area;
}

/** Resolves one or more areas, separated as in the user's region: "A1:B2, D4" (OfficeDev/office-js 1167). */
export function resolveAddresses(context: BatchContext, sheet: SheetModel, address: string): CellRange[] {
  return address
    .split(context.session.machine.listSeparator)
    .map((part) => resolveAddress(context, sheet, part));
}

/** Reads an argument that is a range of this sheet or an address on it. */
export function readRangeArg(
  context: BatchContext,
  value: Argument,
  name: string,
  sheetId: string,
): RangeObject {
  if (isHostObject(value, 'Range')) {
    getCellRange(value);
    return value;
  }
  const sheet = requireSheet(context, sheetId);
  return createRangeObject(context, sheetId, resolveAddress(context, sheet, readTextArg(value, name)));
}

/**
 * Reads an argument that is a range of any sheet, or an address that may name another sheet.
 * @throws HostError where it names no cells.
 */
export function readAnyRangeArg(
  context: BatchContext,
  value: Argument,
  name: string,
  sheetId: string,
): RangeObject {
  if (typeof value !== 'string') return readRangeArg(context, value, name, sheetId);
  const { sheetName } = splitSheetName(value.trim());
  const sheet =
    sheetName === null ? requireSheet(context, sheetId) : findSheetByName(context.workbook, sheetName);
  if (!sheet) throw createInvalidArgumentError(`The argument '${name}' names a sheet that is not there.`);
  return createRangeObject(context, sheet.id, resolveAddress(context, sheet, value));
}
