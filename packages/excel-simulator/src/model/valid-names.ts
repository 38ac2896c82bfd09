import { MAX_SHEET_ROWS, parseColumnLetters } from '@phuluc/ooxml/a1';
import { err, type ExcelErrorCode, type Failure } from './edit-result';
import { findName } from './find-name';
import { toNameKey } from './formula-references';
import type { SheetModel, TableModel, WorkbookModel } from './types';

/** Returns true if the text looks like a cell ("A1", "xfd1048576"), which a name may not. */
function isCellAddress(name: string): boolean {
  const parts = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(name);
  return (
    parts !== null &&
    parseColumnLetters(parts[1]!) !== null &&
    Number(parts[2]) >= 1 &&
    Number(parts[2]) <= MAX_SHEET_ROWS
  );
}

/** "R", "c", "R1C1", "R2", "C3" are references in the other notation. */
const isR1C1Reference = (name: string): boolean => /^(R\d*(C\d*)?|C\d*)$/i.test(name);

/**
 * Returns true if Excel accepts the text as the name of a range, formula or table: at most 255 characters,
 * first a letter, underscore or backslash, then letters, digits, full stops, underscores; not like a cell
 * (Microsoft, "Names in formulas").
 */
export function isValidName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
    !isCellAddress(name) &&
    !isR1C1Reference(name) &&
    !/^(true|false)$/i.test(name)
  );
}

/**
 * Returns true if Excel accepts the text as a sheet's name: 1 to 31 characters, none of : \ / ? * [ ], no '
 * at either end.
 */
export function isValidSheetName(name: string): boolean {
  return (
    name.trim() !== '' &&
    name.length <= 31 &&
    !/[:\\/?*[\]]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    toNameKey(name) !== 'history'
  );
}

function createNameFailure(name: string, code: ExcelErrorCode = 'InvalidArgument'): Failure {
  return err(
    code,
    code === 'ItemAlreadyExists' ? `The name "${name}" already exists.` : `The name "${name}" is not valid.`,
  );
}

function findTableByName(workbook: WorkbookModel, name: string): TableModel | undefined {
  return workbook.sheets
    .flatMap((sheet) => sheet.tables)
    .find((table) => toNameKey(table.name) === toNameKey(name));
}

/**
 * Returns why a table may not have the name.
 * @returns null when it may. Tables share their names with the workbook's names.
 */
export function checkTableName(workbook: WorkbookModel, name: string, self?: TableModel): Failure | null {
  if (!isValidName(name)) return createNameFailure(name);
  const other = findTableByName(workbook, name);
  const taken = (other !== undefined && other !== self) || findName(workbook.names, name) !== undefined;
  return taken ? createNameFailure(name, 'InvalidArgument') : null;
}

/**
 * Returns why a name may not be added in a scope (a sheet, or null for the workbook).
 * @returns null when it may.
 */
export function checkDefinedName(
  workbook: WorkbookModel,
  scope: SheetModel | null,
  name: string,
): Failure | null {
  if (!isValidName(name)) return createNameFailure(name);
  const inScope = findName((scope ?? workbook).names, name) !== undefined;
  const taken = inScope || (scope === null && findTableByName(workbook, name) !== undefined);
  return taken ? createNameFailure(name, 'ItemAlreadyExists') : null;
}

/**
 * Returns why a sheet may not have the name.
 * @returns null when it may.
 */
export function checkSheetName(workbook: WorkbookModel, name: string, self?: SheetModel): Failure | null {
  if (!isValidSheetName(name)) return createNameFailure(name);
  const taken = workbook.sheets.some((sheet) => sheet !== self && toNameKey(sheet.name) === toNameKey(name));
  return taken ? createNameFailure(name, 'ItemAlreadyExists') : null;
}

/** Creates the name of a sheet added without one: "Sheet4". */
export function getNextSheetName(workbook: WorkbookModel): string {
  for (let number = workbook.sheets.length + 1; ; number += 1) {
    if (!checkSheetName(workbook, `Sheet${number}`)) return `Sheet${number}`;
  }
}

/** Creates the name of a table added without one: "Table2". */
export function getNextTableName(workbook: WorkbookModel): string {
  for (let number = 1; ; number += 1) {
    if (!checkTableName(workbook, `Table${number}`)) return `Table${number}`;
  }
}
