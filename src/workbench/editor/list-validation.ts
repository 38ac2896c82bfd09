import {
  findTableColumnIndex,
  getTableBodyRange,
  getTableColumnRange,
} from '@phuluc/excel-simulator/model/tables/table-columns';
import type { SheetModel, ValidationModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { formatDisplayText } from '@phuluc/excel-simulator/model/values/format-display-text';
import { findSheetByName, getCell } from '@phuluc/excel-simulator/model/workbook';
import { parseRange } from '@phuluc/ooxml/a1';

function findValidation(sheet: SheetModel, row: number, column: number): ValidationModel | undefined {
  return sheet.validations.find(({ areas }) =>
    areas.some(
      (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    ),
  );
}

function readTexts(sheet: SheetModel | undefined, address: string): string[] {
  const area = parseRange(address);
  const texts: string[] = [];
  for (let row = area?.top ?? 0; sheet && area && row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const text = formatDisplayText(getCell(sheet, row, column).value);
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}

function resolveListSource(workbook: WorkbookModel, home: SheetModel, formula: string, depth = 0): string[] {
  const source = formula.replace(/^=/, '').trim();
  const qualified = /^(?:'((?:[^']|'')+)'|([^!'"()]+))!([$A-Za-z0-9:]+)$/.exec(source);
  if (qualified) {
    const name = (qualified[1] ?? qualified[2] ?? '').replaceAll("''", "'");
    return readTexts(findSheetByName(workbook, name), qualified[3] ?? '');
  }
  if (parseRange(source)) return readTexts(home, source);
  const structured = /^(?:INDIRECT\(")?([^[\]"]+)\[([^\]]+)\](?:"\))?$/.exec(source);
  if (structured) {
    for (const sheet of workbook.sheets) {
      const table = sheet.tables.find((one) => one.name.toLowerCase() === structured[1]?.toLowerCase());
      const index = table ? findTableColumnIndex(table, structured[2] ?? '') : -1;
      if (table && index >= 0) {
        const { top, bottom, left } = getTableColumnRange(getTableBodyRange(table), index);
        return Array.from({ length: bottom - top + 1 }, (_, at) =>
          formatDisplayText(getCell(sheet, top + at, left).value),
        ).filter((text) => text !== '');
      }
    }
    return [];
  }
  const name = [...home.names, ...workbook.names].find(
    (one) => one.name.toLowerCase() === source.toLowerCase(),
  );
  // A name may refer to another name; the depth ends a circle.
  return name && depth < 5 ? resolveListSource(workbook, home, name.formula, depth + 1) : [];
}

/**
 * Reads the choices of a cell's drop-down list.
 * @returns null if it has none
 */
export function getChoices(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
): string[] | null {
  const list = findValidation(sheet, row, column)?.rule['list'] as
    { source?: unknown; inCellDropDown?: boolean } | undefined;
  if (!list || list.inCellDropDown === false || typeof list.source !== 'string') return null;
  if (!list.source.startsWith('=')) return list.source.split(',').map((choice) => choice.trim());
  return resolveListSource(workbook, sheet, list.source);
}

/**
 * Checks a typed text against the list of its cell.
 * @returns the message of the list's author, or null if the text is allowed
 */
export function findListViolation(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  text: string,
): { title: string; message: string } | null {
  const validation = findValidation(sheet, row, column);
  const choices = getChoices(workbook, sheet, row, column);
  if (!validation || !choices || (text === '' && validation.ignoreBlanks)) return null;
  const alert = validation.errorAlert;
  if (alert && (!alert.showAlert || alert.style !== 'Stop')) return null;
  const key = text.normalize('NFC');
  if (choices.some((choice) => choice.normalize('NFC') === key)) return null;
  return { title: alert?.title ?? '', message: alert?.message ?? '' };
}
