import type { Area, SheetModel, WorkbookModel } from '../model/types';
import { spotText } from './compiled';
import type { Piece } from './spread';

const known = (value: number): Piece => ({ text: String(value), isArray: false });

function count(many: number, first: number, isDown: boolean): Piece {
  return many === 1
    ? known(first)
    : { text: isDown ? `SEQUENCE(${many},1,${first})` : `SEQUENCE(1,${many},${first})`, isArray: true };
}

type PlaceFunction = (workbook: WorkbookModel, sheet: SheetModel, area: Area) => Piece;

/** Functions of where a reference is, not of what it holds: known before anything is calculated. */
export const PLACE_FUNCTIONS: ReadonlyMap<string, PlaceFunction> = new Map<string, PlaceFunction>([
  ['ROWS', (_, __, { top, bottom }) => known(bottom - top + 1)],
  ['COLUMNS', (_, __, { left, right }) => known(right - left + 1)],
  ['ROW', (_, __, { top, bottom }) => count(bottom - top + 1, top + 1, true)],
  ['COLUMN', (_, __, { left, right }) => count(right - left + 1, left + 1, false)],
  ...['FORMULATEXT', 'ISFORMULA'].map((name): [string, PlaceFunction] => [
    name,
    (workbook, sheet, { top, left }) => ({
      text: `HOST_${name}(${spotText(workbook, sheet, top, left)})`,
      isArray: false,
    }),
  ]),
]);
