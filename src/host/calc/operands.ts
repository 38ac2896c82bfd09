import type { ReferenceStruct } from '@borgar/fx';
import { findTable } from '../model/every-formula';
import { nameKey, readReference, readStructured, referenceArea } from '../model/formula-refs';
import type { Token } from '../model/formula-tokens';
import { type CellPlace, resolveStructured } from '../model/structured';
import type { Area, ErrorValue, NameModel, SheetModel, WorkbookModel } from '../model/types';
import { sheetNamed } from '../model/workbook';

/** What a reference, structured reference or name in a formula stands for. */
export type Operand =
  | { kind: 'cell' | 'area'; sheet: SheetModel; area: Area }
  | { kind: 'name'; name: NameModel }
  | { kind: 'error'; error: ErrorValue['error']; isForeign?: boolean };

const OPERANDS: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_named', 'structured']);
export function isOperand(token: Token | undefined): boolean {
  return token !== undefined && OPERANDS.has(token.type);
}

export const isOneCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;

/** Structured references recur in every row; their reading does not depend on the place. */
const structuredCache = new Map<string, ReferenceStruct | null>();
function structured(text: string): ReferenceStruct | null {
  let reference = structuredCache.get(text);
  if (reference === undefined) structuredCache.set(text, (reference = readStructured(text)));
  return reference;
}

/** "'Tổng hợp'!HệSố" → sheet and name; a bare name has no sheet. */
function splitName(text: string): [sheet: string | null, name: string] {
  const at = text.lastIndexOf('!');
  if (at < 0) return [null, text];
  const sheet = text.slice(0, at);
  return [sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, text.slice(at + 1)];
}

function readTable(workbook: WorkbookModel, place: CellPlace, reference: ReferenceStruct): Operand {
  const resolved = resolveStructured(workbook, reference, place);
  if ('error' in resolved) return { kind: 'error', error: resolved.error };
  const isCell = reference.sections?.includes('this row') && reference.columns?.length === 1;
  return { kind: isCell ? 'cell' : 'area', ...resolved };
}

/** A table's name, or a defined one: of the sheet it names or the formula's own before the workbook's. */
function readName(workbook: WorkbookModel, place: CellPlace, text: string): Operand {
  if (findTable(workbook, text)) return readTable(workbook, place, { table: text });
  const [sheetName, bare] = splitName(text);
  const sheet = sheetName === null ? place.sheet : sheetNamed(workbook, sheetName);
  const find = (names: readonly NameModel[] | undefined) =>
    names?.find(({ name }) => nameKey(name) === nameKey(bare));
  const name = find(sheet?.names) ?? find(workbook.names);
  return name ? { kind: 'name', name } : { kind: 'error', error: '#NAME?' };
}

/** Reads an operand's token as it stands in a cell. Unknown names give #NAME?, unknown places #REF!. */
export function readOperand(workbook: WorkbookModel, place: CellPlace, token: Token): Operand {
  if (token.type === 'range_named') return readName(workbook, place, token.value);
  if (token.type === 'structured') {
    const reference = structured(token.value);
    return reference ? readTable(workbook, place, reference) : { kind: 'error', error: '#NAME?' };
  }
  const reference = readReference(token.value);
  if (!reference) return { kind: 'error', error: '#NAME?' };
  const context = reference.context ?? [];
  const sheet = context.length === 0 ? place.sheet : sheetNamed(workbook, context.at(-1)!);
  if (context.length > 1) return { kind: 'error', error: '#REF!', isForeign: true };
  if (!sheet) return { kind: 'error', error: '#REF!' };
  const area = referenceArea(reference);
  return { kind: isOneCell(area) && !token.value.includes(':') ? 'cell' : 'area', sheet, area };
}
