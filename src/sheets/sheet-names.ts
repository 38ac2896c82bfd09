import { foldCase } from '../shared/text';
import type { Operation } from './operation';

/** The sheets and the names of a workbook, as every snapshot holds them. */
type SheetList = { sheets: readonly { name: string; visible: boolean }[] };
type NameList = { names: readonly { name: string; formula: string }[] };

/** The sheet added when no visible sheet would be left: Excel needs one. */
const PLACEHOLDER_SHEET = 'Sheet1';

/** Returns true if Excel takes two names of sheets, tables or ranges for the same. */
export const isSameName = (a: string, b: string): boolean => foldCase(a) === foldCase(b);

/** Returns true if the workbook has a sheet of this name. */
export function hasSheet({ sheets }: SheetList, name: string): boolean {
  return sheets.some((sheet) => isSameName(sheet.name, name));
}

/** Returns the name, or the first of "name (2)", "name (3)" … that no sheet has. */
export function getFreeSheetName(workbook: SheetList, name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} (${number})`;
    if (!hasSheet(workbook, candidate)) return candidate;
  }
}

/** Returns true if the workbook has a defined name, whatever it refers to. */
export function hasDefinedName({ names }: NameList, name: string): boolean {
  return names.some((one) => one.name === name);
}

/** Returns those of the names that the workbook has. */
export function filterPresentNames(workbook: NameList, names: readonly string[]): string[] {
  return names.filter((name) => hasDefinedName(workbook, name));
}

/** Creates the operation that removes those of the names that the workbook has. */
export function createRemoveNamesOperations(workbook: NameList, names: readonly string[]): Operation[] {
  const present = filterPresentNames(workbook, names);
  return present.length === 0 ? [] : [{ kind: 'remove-names', names: present }];
}

/**
 * Returns true if the formula of a name refers to what was deleted. Excel gives it back in the language of the region,
 * so that the error may have another name than `#REF!`; a sheet may be called like an error.
 */
export function isBrokenReference(formula: string): boolean {
  return /#\p{L}[\p{L}/]*[!?]/u.test(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, ''));
}

/**
 * Finds the sheet that a defined name refers to, whatever the sheet is called now.
 * @returns null if there is no such name or it refers to nothing
 */
export function findSheetOfName({ names }: NameList, name: string): string | null {
  const formula = names.find((one) => one.name === name)?.formula ?? '';
  const match = /^='((?:[^']|'')+)'!|^=([^'!:()]+)!/.exec(formula);
  if (!match || isBrokenReference(formula)) return null;
  return (match[1] ?? match[2] ?? '').replaceAll("''", "'");
}

/** Creates the operation that removes sheets and names; a placeholder is added if no visible sheet would be left. */
export function createRemoveSheetsOperation(
  workbook: SheetList,
  sheets: readonly string[],
  names: readonly string[],
): Operation {
  const isVisibleLeft = workbook.sheets.some(({ name, visible }) => visible && !sheets.includes(name));
  return {
    kind: 'remove-sheets',
    sheets: [...sheets],
    names: [...names],
    instead: isVisibleLeft ? null : getFreeSheetName(workbook, PLACEHOLDER_SHEET),
  };
}
