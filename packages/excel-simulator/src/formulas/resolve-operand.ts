import type { ReferenceStruct } from '@borgar/fx';
import {
  getReferenceRange,
  parseA1Reference,
  parseStructuredReference,
  toNameKey,
} from '../model/formula-references';
import type { Token } from '../model/formula-tokens';
import { findTable } from '../model/rewrite-formulas';
import { type CellLocation, resolveStructuredReference } from '../model/structured-references';
import type { CellRange, ErrorValue, NameModel, SheetModel, WorkbookModel } from '../model/types';
import { findSheetByName } from '../model/workbook';

/** What a reference, structured reference or name in a formula stands for. */
export type Operand =
  | { kind: 'cell' | 'area'; sheet: SheetModel; area: CellRange }
  | { kind: 'name'; name: NameModel }
  | { kind: 'error'; error: ErrorValue['error']; isForeign?: boolean };

const OPERAND_TOKENS: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_named', 'structured']);
export function isOperand(token: Token | undefined): boolean {
  return token !== undefined && OPERAND_TOKENS.has(token.type);
}

export const isSingleCellRange = (area: CellRange): boolean =>
  area.top === area.bottom && area.left === area.right;

/** Structured references recur in every row; their reading does not depend on the place. */
const STRUCTURED_CACHE = new Map<string, ReferenceStruct | null>();
function parseCachedReference(text: string): ReferenceStruct | null {
  let reference = STRUCTURED_CACHE.get(text);
  if (reference === undefined) STRUCTURED_CACHE.set(text, (reference = parseStructuredReference(text)));
  return reference;
}

/** "'Tổng hợp'!HệSố" → sheet and name; a bare name has no sheet. */
function splitSheetName(text: string): [sheet: string | null, name: string] {
  const at = text.lastIndexOf('!');
  if (at < 0) return [null, text];
  const sheet = text.slice(0, at);
  return [sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, text.slice(at + 1)];
}

function resolveTable(workbook: WorkbookModel, place: CellLocation, reference: ReferenceStruct): Operand {
  const resolved = resolveStructuredReference(workbook, reference, place);
  if ('error' in resolved) return { kind: 'error', error: resolved.error };
  const isCell = reference.sections?.includes('this row') && reference.columns?.length === 1;
  return { kind: isCell ? 'cell' : 'area', ...resolved };
}

/** Returns true for "[1]", "[a.xlsx]" and "a.xlsx" before a name, as Excel shows the names of other workbooks. */
function isOtherWorkbook(workbook: WorkbookModel, prefix: string): boolean {
  return prefix.includes('[') || (/\.xl\w{1,3}$/i.test(prefix) && !findSheetByName(workbook, prefix));
}

/** A table's name, or a defined one: of the sheet it names or the formula's own before the workbook's. */
function resolveName(workbook: WorkbookModel, place: CellLocation, text: string): Operand {
  if (findTable(workbook, text)) return resolveTable(workbook, place, { table: text });
  const [sheetName, bare] = splitSheetName(text);
  if (sheetName !== null && isOtherWorkbook(workbook, sheetName))
    return { kind: 'error', error: '#REF!', isForeign: true };
  const sheet = sheetName === null ? place.sheet : findSheetByName(workbook, sheetName);
  const find = (names: readonly NameModel[] | undefined) =>
    names?.find(({ name }) => toNameKey(name) === toNameKey(bare));
  const name = find(sheet?.names) ?? find(workbook.names);
  return name ? { kind: 'name', name } : { kind: 'error', error: '#NAME?' };
}

/** Reads an operand's token as it stands in a cell. Unknown names give #NAME?, unknown places #REF!. */
export function resolveOperand(workbook: WorkbookModel, place: CellLocation, token: Token): Operand {
  if (token.type === 'range_named') return resolveName(workbook, place, token.value);
  if (token.type === 'structured') {
    const reference = parseCachedReference(token.value);
    return reference ? resolveTable(workbook, place, reference) : { kind: 'error', error: '#NAME?' };
  }
  const reference = parseA1Reference(token.value);
  if (!reference) return { kind: 'error', error: '#NAME?' };
  const context = reference.context ?? [];
  const sheet = context.length === 0 ? place.sheet : findSheetByName(workbook, context.at(-1)!);
  if (context.length > 1) return { kind: 'error', error: '#REF!', isForeign: true };
  if (!sheet) return { kind: 'error', error: '#REF!' };
  const area = getReferenceRange(reference);
  return { kind: isSingleCellRange(area) && !token.value.includes(':') ? 'cell' : 'area', sheet, area };
}
