import { parseAddress, parseCellRange } from '@phuluc/ooxml/a1';
import { findElements, type WorkbookFile } from './workbook-file';

const MAX_NAME = 255;
const FILTER_NAME = '_xlnm._FilterDatabase';

/** Whether Excel takes a text as the name of a range or a table. */
export function isValidName(name: string): boolean {
  return (
    name.length <= MAX_NAME &&
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
    parseAddress(name) === null &&
    !/^(?:r\d*)?(?:c\d*)?$/i.test(name)
  );
}

/** Defined names that Excel drops or that stand twice, and those of filters that say something else than their sheet. */
export function findNameCauses(file: WorkbookFile): string[] {
  const causes: string[] = [];
  const seen = new Set<string>();
  const sheetCount = findElements(file.workbook, 'sheets', 'sheet').length;
  for (const { attributes, text } of findElements(file.workbook, 'definedNames', 'definedName')) {
    const { name = '', localSheetId = '' } = attributes;
    const key = `${localSheetId}|${name.toLowerCase()}`;
    if (seen.has(key)) causes.push(`the name ${name} stands twice`);
    seen.add(key);
    if (!name.startsWith('_xlnm.') && !isValidName(name)) causes.push(`${name} is no name`);
    if (localSheetId !== '' && Number(localSheetId) >= sheetCount) causes.push(`${name}: of an absent sheet`);
    if (text.trim() === '' || text.startsWith('=')) causes.push(`${name}: “${text}” is no formula of a file`);
    if (name === FILTER_NAME) causes.push(...findFilterNameCauses(file, Number(localSheetId), text));
  }
  return causes;
}

/** The hidden name of a filter must be of the filter's own cells: Excel removes it, or the filter, otherwise. */
function findFilterNameCauses(file: WorkbookFile, sheetIndex: number, formula: string): string[] {
  const sheet = file.sheets[sheetIndex];
  const filtered = findElements(sheet?.root, 'autoFilter')[0]?.attributes['ref'];
  const named = parseCellRange(formula.slice(formula.lastIndexOf('!') + 1));
  const range = filtered === undefined ? null : parseCellRange(filtered);
  return JSON.stringify(named) === JSON.stringify(range)
    ? []
    : [
        `${sheet?.name ?? sheetIndex}: the name of the filter is of ${formula}, the filter of ${filtered ?? 'nothing'}`,
      ];
}
