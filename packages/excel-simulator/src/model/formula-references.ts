import {
  parseA1Ref,
  parseStructRef,
  type ReferenceA1,
  type ReferenceStruct,
  stringifyA1Ref,
  stringifyStructRef,
  translateFormulaToA1,
  translateFormulaToR1C1,
} from '@borgar/fx';
import { formatAddress, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { mapTokens, type Token, tokenizeFormula } from './formula-tokens';
import { adjustRange, type Shift } from './shift-ranges';
import type { CellRange } from './types';

/** Returns the form in which Excel compares names of sheets, tables and columns: without regard to case. */
export function toNameKey(name: string): string {
  let key = NAME_KEYS.get(name);
  if (key === undefined) {
    if (NAME_KEYS.size >= MAX_CACHED_KEYS) NAME_KEYS.clear();
    NAME_KEYS.set(name, (key = name.normalize('NFC').toLowerCase()));
  }
  return key;
}
/** Cached, since every formula asks for the same few names. */
const NAME_KEYS = new Map<string, string>();
const MAX_CACHED_KEYS = 10_000;

const isSameName = (a: string, b: string): boolean => a === b || toNameKey(a) === toNameKey(b);

const REF_ERROR = '#REF!';

/** Returns the area of a reference; entire rows and columns reach to the ends of the sheet. */
export function getReferenceRange({ range }: ReferenceA1): CellRange {
  return {
    top: range.top ?? 0,
    left: range.left ?? 0,
    bottom: range.bottom ?? (range.top === null ? MAX_SHEET_ROWS - 1 : range.top),
    right: range.right ?? (range.left === null ? MAX_SHEET_COLUMNS - 1 : range.left),
  };
}

function replaceReferenceRange(reference: ReferenceA1, area: CellRange): ReferenceA1 {
  const { range } = reference;
  return {
    ...reference,
    range: {
      ...range,
      top: range.top === null ? null : area.top,
      bottom: range.top === null ? null : area.bottom,
      left: range.left === null ? null : area.left,
      right: range.left === null ? null : area.right,
    },
  };
}

/**
 * Parses the A1 reference in a token's text.
 * @returns null for a name.
 */
export function parseA1Reference(text: string): ReferenceA1 | null {
  const reference = parseA1Ref(text);
  return reference && 'range' in reference ? reference : null;
}

/**
 * Formats a range that has shrunk to a cell as a range ("A1:A1"), because functions treat the two
 * differently.
 */
function formatA1Reference(reference: ReferenceA1, before: string): string {
  const text = stringifyA1Ref(reference);
  const isRange = (written: string): boolean => written.slice(written.lastIndexOf('!') + 1).includes(':');
  if (!isRange(before) || isRange(text)) return text;
  const { $bottom, $right, ...first } = reference.range;
  const last = stringifyA1Ref({ range: { ...first, $top: $bottom, $left: $right, $bottom, $right } });
  return `${text}:${last}`;
}

const isCellToken = (type: string): boolean => type === 'range' || type === 'range_beam';

/**
 * Rewrites every A1 reference of a formula by `change`, which gives another area, the same one, or null where
 * its cells are deleted; null becomes #REF! and removes a spill sign after the reference.
 */
function mapReferences(formula: string, change: (reference: ReferenceA1) => ReferenceA1 | null): string {
  return mapTokens(formula, (token, index, tokens) => {
    if (token.value === '#' && index > 0 && isCellToken(tokens[index - 1]!.type)) {
      const before = parseA1Reference(tokens[index - 1]!.value);
      return before && change(before) === null ? '' : null;
    }
    if (!isCellToken(token.type)) return null;
    const reference = parseA1Reference(token.value);
    if (!reference) return null;
    const changed = change(reference);
    if (changed === null) return REF_ERROR;
    return changed === reference ? null : formatA1Reference(changed, token.value);
  });
}

/**
 * Rewrites a formula after cells were inserted or deleted in the sheet `shiftedSheet`.
 * @param homeSheet the sheet of the formula's cell, where references without a sheet point; null for
 *   formulas without a cell (names of the workbook).
 */
export function adjustFormula(
  formula: string,
  homeSheet: string | null,
  shiftedSheet: string,
  shift: Shift,
): string {
  return mapReferences(formula, (reference) => {
    const sheet = reference.context?.length ? reference.context.join('\n') : homeSheet;
    if (sheet === null || !isSameName(sheet, shiftedSheet)) return reference;
    const area = getReferenceRange(reference);
    const moved = adjustRange(area, shift);
    if (moved === null) return null;
    return moved === area ? reference : replaceReferenceRange(reference, moved);
  });
}

/** Rewrites the references of a formula to a sheet by `grow`, which gives each area's new extent. */
export function expandFormulaReferences(
  formula: string,
  homeSheet: string | null,
  grownSheet: string,
  grow: (area: CellRange) => CellRange,
): string {
  return mapReferences(formula, (reference) => {
    const sheet = reference.context?.length ? reference.context.join('\n') : homeSheet;
    if (sheet === null || !isSameName(sheet, grownSheet)) return reference;
    const area = getReferenceRange(reference);
    const grown = grow(area);
    return grown === area ? reference : replaceReferenceRange(reference, grown);
  });
}

/**
 * Rewrites a formula that is copied by so many rows and columns, as fill and copy do: relative parts move
 * along; a reference that would leave the sheet becomes #REF!.
 */
export function copyFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const end = (value: number | null | undefined, fixed: boolean | null | undefined, by: number) =>
    value === null || value === undefined ? value : fixed ? value : value + by;
  return mapReferences(formula, (reference) => {
    const { range } = reference;
    const top = end(range.top, range.$top, rows);
    const bottom = end(range.bottom, range.$bottom, rows);
    const left = end(range.left, range.$left, columns);
    const right = end(range.right, range.$right, columns);
    const outside =
      Math.min(top ?? 0, bottom ?? 0, left ?? 0, right ?? 0) < 0 ||
      Math.max(top ?? 0, bottom ?? 0) >= MAX_SHEET_ROWS ||
      Math.max(left ?? 0, right ?? 0) >= MAX_SHEET_COLUMNS;
    return outside
      ? null
      : { ...reference, range: { ...range, top: top ?? null, bottom, left: left ?? null, right } };
  });
}

/** Converts "=R[-1]C*2" to A1 form for a cell; Range.formulasR1C1. */
export function toA1Formula(formula: string, row: number, column: number): string {
  return translateFormulaToA1(formula, formatAddress(row, column), { wrapEdges: false });
}

/** Formulas without references to cells, as columns of tables have them, are the same in every cell. */
const FIXED_R1C1_FORMULAS = new WeakMap<readonly Token[], string>();

export function toR1C1Formula(formula: string, row: number, column: number): string {
  const tokens = tokenizeFormula(formula);
  const known = FIXED_R1C1_FORMULAS.get(tokens);
  if (known !== undefined) return known;
  const text = translateFormulaToR1C1(formula, formatAddress(row, column));
  if (!tokens.some(({ type }) => type.startsWith('range'))) FIXED_R1C1_FORMULAS.set(tokens, text);
  return text;
}

/**
 * Rewrites a formula after the sheet `from` was renamed, or deleted (`to` null: its references become #REF!).
 */
export function renameSheetInFormula(formula: string, from: string, to: string | null): string {
  const rename = (context: string[]): string[] | null => {
    // "A:B" before "!" is a span of sheets; brackets before the sheet name another workbook.
    if (context.length !== 1) return context;
    const sheets = context[0]!.split(':');
    if (!sheets.some((sheet) => isSameName(sheet, from))) return context;
    if (to === null) return null;
    return [sheets.map((sheet) => (isSameName(sheet, from) ? to : sheet)).join(':')];
  };
  // Most formulas name no sheet, and need not be cut into tokens.
  if (!formula.includes('!')) return formula;
  return mapTokens(formula, (token) => {
    if (!token.value.includes('!') || !['range', 'range_beam', 'range_named'].includes(token.type))
      return null;
    const reference = parseA1Ref(token.value);
    if (!reference?.context?.length) return null;
    const context = rename(reference.context);
    if (context === reference.context) return null;
    if (context === null) return REF_ERROR;
    return 'range' in reference
      ? formatA1Reference({ ...reference, context }, token.value)
      : stringifyA1Ref({ ...reference, context });
  });
}

/** Parses the structured reference in a token's text ("T[x]", "[@x]"). */
export const parseStructuredReference = (text: string): ReferenceStruct | null =>
  parseStructRef(text) ?? null;

/**
 * Rewrites a formula after the table `from` was renamed, or deleted (`to` null: #REF!).
 * A table name without brackets is a token of the kind of names.
 */
export function renameTableInFormula(formula: string, from: string, to: string | null): string {
  return mapTokens(formula, (token) => {
    if (token.type === 'range_named' && isSameName(token.value, from)) return to ?? REF_ERROR;
    if (token.type !== 'structured') return null;
    const reference = parseStructuredReference(token.value);
    if (!reference?.table || !isSameName(reference.table, from)) return null;
    return to === null ? REF_ERROR : to + token.value.slice(reference.table.length);
  });
}

/**
 * Rewrites a formula after a column of a table was renamed, or deleted (`to` null: #REF!).
 * @param homeTable the table that contains the formula's cell, for references without a table name.
 */
export function renameColumnInFormula(
  formula: string,
  table: string,
  from: string,
  to: string | null,
  homeTable: string | null,
): string {
  return mapTokens(formula, (token) => {
    if (token.type !== 'structured') return null;
    const reference = parseStructuredReference(token.value);
    const owner = reference?.table || homeTable;
    if (!reference?.columns || !owner || !isSameName(owner, table)) return null;
    if (!reference.columns.some((column) => isSameName(column, from))) return null;
    if (to === null) return REF_ERROR;
    const columns = reference.columns.map((column) => (isSameName(column, from) ? to : column));
    return stringifyStructRef({ ...reference, columns });
  });
}
