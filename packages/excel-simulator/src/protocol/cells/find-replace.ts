import { forEachCell } from '../../model/cells';
import type { Cell, CellRange, SheetModel } from '../../model/types';
import { findUsedRange, getCell } from '../../model/workbook';
import { readOptionalBooleanArg, readOptionalChoiceArg } from '../arguments';
import { ensureCalculated } from '../batch-context';
import { createInvalidArgumentError } from '../host-error';
import { ensureWritable } from '../sheets/ensure-writable';
import type { BatchContext } from '../types';
import type { JsonObject } from '../wire';
import { countCells, formatDisplayedText, toPlainValue } from './cell-values';
import { writeCells } from './write-cells';

type SearchCriteria = { completeMatch: boolean; matchCase: boolean; backwards: boolean };

function readSearchCriteria(given: JsonObject): SearchCriteria {
  return {
    completeMatch: readOptionalBooleanArg(given['completeMatch'], 'criteria.completeMatch') ?? false,
    matchCase: readOptionalBooleanArg(given['matchCase'], 'criteria.matchCase') ?? false,
    backwards:
      readOptionalChoiceArg(given['searchDirection'], 'criteria.searchDirection', [
        'Forward',
        'Backwards',
      ]) === 'Backwards',
  };
}

/** Creates Find's pattern: "?" one character, "*" any; "~" before them makes them literal. */
function createSearchPattern(text: string, { completeMatch, matchCase }: SearchCriteria): RegExp {
  if (text === '') throw createInvalidArgumentError('There is nothing to find.');
  const source = text.normalize('NFC').replace(/~[*?~]|[*?]|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === '*') return '[\\s\\S]*';
    if (sign === '?') return '[\\s\\S]';
    return `\\${sign.startsWith('~') ? sign.slice(1) : sign}`;
  });
  return new RegExp(completeMatch ? `^(?:${source})$` : source, matchCase ? 'gu' : 'giu');
}

/**
 * Returns the text that the Find dialog searches by default: the formula where there is one, else the
 * displayed text.
 */
function getSearchText(
  context: BatchContext,
  sheet: SheetModel,
  cell: Readonly<Cell>,
  row: number,
  column: number,
): string {
  return (cell.formula ?? formatDisplayedText(context.session, sheet, row, column)).normalize('NFC');
}

/**
 * Finds cells with the text, by rows. From one cell the entire sheet is searched, beginning after it; from
 * more, or from a sheet (`within` null), only those.
 */
export function findCells(
  context: BatchContext,
  sheet: SheetModel,
  within: CellRange | null,
  text: string,
  criteria: JsonObject,
  firstOnly = false,
): CellRange[] {
  ensureCalculated(context);
  const given = readSearchCriteria(criteria);
  const pattern = createSearchPattern(text, given);
  const isOneCell = within !== null && countCells(within) === 1;
  const area = within === null || isOneCell ? findUsedRange(sheet) : within;
  if (!area) return [];
  const found: CellRange[] = [];
  forEachCell(sheet, area, (cell, row, column) => {
    pattern.lastIndex = 0;
    if (!pattern.test(getSearchText(context, sheet, cell, row, column))) return;
    found.push({ top: row, bottom: row, left: column, right: column });
  });
  if (given.backwards) found.reverse();
  if (isOneCell) {
    const isAfter = ({ top, left }: CellRange): boolean =>
      given.backwards
        ? top < within.top || (top === within.top && left < within.left)
        : top > within.top || (top === within.top && left > within.left);
    found.sort((a, b) => Number(isAfter(b)) - Number(isAfter(a)));
  }
  return firstOnly ? found.slice(0, 1) : found;
}

/** Replaces the text in formulas and values; returns the number of replacements. */
export function replaceText(
  context: BatchContext,
  sheet: SheetModel,
  within: CellRange | null,
  text: string,
  replacement: string,
  criteria: JsonObject,
): number {
  ensureCalculated(context);
  const pattern = createSearchPattern(text, readSearchCriteria(criteria));
  const area = within ?? findUsedRange(sheet);
  if (!area) return 0;
  const changes: { row: number; column: number; text: string; count: number }[] = [];
  forEachCell(sheet, area, (_cell, row, column) => {
    const cell = getCell(sheet, row, column);
    if (cell.spilledFrom) return;
    const before = (cell.formula ?? String(toPlainValue(cell.value))).normalize('NFC');
    let count = 0;
    const after = before.replace(pattern, () => {
      count += 1;
      return replacement;
    });
    if (count > 0) changes.push({ row, column, text: after, count });
  });
  const areas = changes.map(({ row, column }) => ({ top: row, bottom: row, left: column, right: column }));
  ensureWritable(sheet, areas);
  changes.forEach((change, index) => {
    const cell = areas[index];
    if (cell) writeCells(context, sheet, cell, change.text, 'formulas');
  });
  return changes.reduce((sum, { count }) => sum + count, 0);
}
