import { columnIndex, MAX_ROWS } from './address';
import { nameKey } from './formula-refs';
import { type ErrorCode, type Refusal, refuse } from './outcome';
import type { SheetModel, TableModel, WorkbookModel } from './types';

/** "A1", "xfd1048576": a name may not look like a cell. */
function looksLikeCell(name: string): boolean {
  const parts = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(name);
  return (
    parts !== null && columnIndex(parts[1]!) !== null && Number(parts[2]) >= 1 && Number(parts[2]) <= MAX_ROWS
  );
}

/** "R", "c", "R1C1", "R2", "C3" are references in the other notation. */
const looksLikeR1C1 = (name: string): boolean => /^(R\d*(C\d*)?|C\d*)$/i.test(name);

/**
 * Whether Excel takes the text as the name of a range, formula or table: at most 255 characters, begins with a
 * letter, underscore or backslash, then letters, digits, full stops, underscores; not like a cell
 * (Microsoft, "Names in formulas").
 */
export function isValidName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
    !looksLikeCell(name) &&
    !looksLikeR1C1(name) &&
    !/^(true|false)$/i.test(name)
  );
}

/** Whether Excel takes the text as a sheet's name: 1 to 31 characters, none of : \ / ? * [ ], no ' at an end. */
export function isValidSheetName(name: string): boolean {
  return (
    name.trim() !== '' &&
    name.length <= 31 &&
    !/[:\\/?*[\]]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    nameKey(name) !== 'history'
  );
}

function refuseName(name: string, code: ErrorCode = 'InvalidArgument'): Refusal {
  return refuse(
    code,
    code === 'ItemAlreadyExists' ? `The name "${name}" already exists.` : `The name "${name}" is not valid.`,
  );
}

function tableNamed(workbook: WorkbookModel, name: string): TableModel | undefined {
  return workbook.sheets
    .flatMap((sheet) => sheet.tables)
    .find((table) => nameKey(table.name) === nameKey(name));
}

/** Why a table may not have the name; null when it may. Tables share their names with the workbook's names. */
export function refuseTableName(workbook: WorkbookModel, name: string, self?: TableModel): Refusal | null {
  if (!isValidName(name)) return refuseName(name);
  const other = tableNamed(workbook, name);
  const taken =
    (other !== undefined && other !== self) ||
    workbook.names.some((one) => nameKey(one.name) === nameKey(name));
  return taken ? refuseName(name, 'InvalidArgument') : null;
}

/** Why a name may not be added in a scope (a sheet, or null for the workbook); null when it may. */
export function refuseDefinedName(
  workbook: WorkbookModel,
  scope: SheetModel | null,
  name: string,
): Refusal | null {
  if (!isValidName(name)) return refuseName(name);
  const inScope = (scope ?? workbook).names.some((one) => nameKey(one.name) === nameKey(name));
  const taken = inScope || (scope === null && tableNamed(workbook, name) !== undefined);
  return taken ? refuseName(name, 'ItemAlreadyExists') : null;
}

/** Why a sheet may not have the name; null when it may. */
export function refuseSheetName(workbook: WorkbookModel, name: string, self?: SheetModel): Refusal | null {
  if (!isValidSheetName(name)) return refuseName(name);
  const taken = workbook.sheets.some((sheet) => sheet !== self && nameKey(sheet.name) === nameKey(name));
  return taken ? refuseName(name, 'ItemAlreadyExists') : null;
}

/** "Sheet4": the name of a sheet added without one. */
export function nextSheetName(workbook: WorkbookModel): string {
  for (let number = workbook.sheets.length + 1; ; number += 1) {
    if (!refuseSheetName(workbook, `Sheet${number}`)) return `Sheet${number}`;
  }
}

/** "Table2": the name of a table added without one. */
export function nextTableName(workbook: WorkbookModel): string {
  for (let number = 1; ; number += 1) {
    if (!refuseTableName(workbook, `Table${number}`)) return `Table${number}`;
  }
}
