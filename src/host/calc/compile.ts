import type { ReferenceStruct } from '@borgar/fx';
import { cellAddress, quoteSheetName } from '../model/address';
import { findTable } from '../model/every-formula';
import { copyFormula, nameKey, readReference, readStructured, referenceArea } from '../model/formula-refs';
import { type Token, formulaTokens } from '../model/formula-tokens';
import { type CellPlace, type SheetArea, resolveStructured } from '../model/structured';
import type { Area, ErrorValue, NameModel, SheetModel, WorkbookModel } from '../model/types';
import { sheetNamed } from '../model/workbook';
import type { AreaEntry, AreaRegistry, AreaUse } from './areas';
import { CALLS_WITH_SINGLE, DYNAMIC, TAKES_REFERENCE, VOLATILE } from './function-kinds';
import { type Piece, spread } from './spread';

/** A formula in the words of the calculation library, and what it reads. */
export type Compiled = {
  text: string;
  /** Single cells. */
  cells: { sheetId: string; row: number; column: number }[];
  /** Areas read as arrays. */
  areas: AreaEntry[];
  /** Cells whose arrays are read as far as they spill (A1#). */
  spills: { sheetId: string; row: number; column: number }[];
  /** Areas of which the library itself must see the cells. */
  references: { sheetId: string; area: Area }[];
  /** Reads cells that cannot be told beforehand (INDIRECT, OFFSET). */
  isDynamic: boolean;
  /** To be calculated every time. */
  isVolatile: boolean;
  /** To be calculated on another day. */
  readsToday: boolean;
  /** Reads another workbook: what the file says it gave is kept. */
  isForeign: boolean;
};

type Operand =
  | { kind: 'area'; sheet: SheetModel; area: Area }
  | { kind: 'cell'; sheet: SheetModel; area: Area }
  | { kind: 'error'; error: ErrorValue['error'] }
  | { kind: 'name'; name: NameModel }
  | { kind: 'local'; piece: Piece };

const MAX_NAME_DEPTH = 20;
const isOneCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;
const isSpace = (token: Token | undefined): boolean =>
  token?.type === 'whitespace' || token?.type === 'newline';
const OPERANDS: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_named', 'structured']);

/** Structured references recur in every row; their reading does not depend on the place. */
const structuredCache = new Map<string, ReferenceStruct | null>();
const structured = (text: string): ReferenceStruct | null => {
  let reference = structuredCache.get(text);
  if (reference === undefined) structuredCache.set(text, (reference = readStructured(text)));
  return reference;
};

/**
 * Turns one formula of the model into the library's: names, tables and whole columns become calls that give
 * arrays read from the model (HOST_AREA), single cells stay references, and functions of single values are
 * spread over arrays.
 */
class Compiler {
  readonly result: Compiled = {
    text: '',
    cells: [],
    areas: [],
    spills: [],
    references: [],
    isDynamic: false,
    isVolatile: false,
    readsToday: false,
    isForeign: false,
  };
  #tokens: readonly Token[] = [];
  #at = 0;
  #locals: Map<string, Piece>[] = [];
  #callers: string[] = [];
  #parameters = 0;
  #depth = 0;

  constructor(
    readonly workbook: WorkbookModel,
    readonly areas: AreaRegistry,
    readonly place: CellPlace,
  ) {}

  /** Compiles a formula in a place of its own, so that names can be put in where they stand. */
  formula(text: string): Piece {
    const [tokens, at] = [this.#tokens, this.#at];
    this.#tokens = formulaTokens(text);
    this.#at = this.#tokens[0]?.type === 'fx_prefix' ? 1 : 0;
    const piece = this.#expression();
    const isWhole = this.#at >= this.#tokens.length;
    [this.#tokens, this.#at] = [tokens, at];
    return isWhole ? piece : { text: error('#NAME?'), isArray: false };
  }

  #peek(value: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.type === 'operator' && token.value === value;
  }

  /** Everything up to a comma, semicolon or closing sign of the level around it. */
  #expression(): Piece {
    let text = '';
    let isArray = false;
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at]!;
      if (token.type === 'operator' && [',', ';', ')', '}'].includes(token.value)) break;
      const piece = this.#part(token);
      text += piece.text;
      isArray ||= piece.isArray;
    }
    return { text, isArray };
  }

  #part(token: Token): Piece {
    if (token.type === 'func') return this.#call();
    if (token.type === 'operator' && token.value === '(') return this.#group();
    if (token.type === 'operator' && token.value === '{') return this.#literalArray();
    if (token.type === 'operator' && token.value === '@') return this.#intersection();
    if (OPERANDS.has(token.type)) return this.#operand('values');
    this.#at += 1;
    if (token.type.startsWith('context')) {
      // "Sheet1!#REF!": the error says it all.
      this.#at += 1;
      return { text: '', isArray: false };
    }
    if (token.type === 'error') return { text: error(token.value as ErrorValue['error']), isArray: false };
    return { text: token.value, isArray: false };
  }

  #group(): Piece {
    const start = this.#at;
    this.#at += 1;
    const first = this.#expression();
    if (this.#peek(')')) {
      this.#at += 1;
      return { text: `(${first.text})`, isArray: first.isArray };
    }
    // A list in brackets is a union of references, which the library reads by itself.
    this.#at = start + 1;
    let text = '(';
    while (this.#at < this.#tokens.length && !this.#peek(')')) {
      const token = this.#tokens[this.#at]!;
      if (OPERANDS.has(token.type)) text += this.#operand('reference').text;
      else {
        text += token.value;
        this.#at += 1;
      }
    }
    this.#at += 1;
    return { text: `${text})`, isArray: true };
  }

  #literalArray(): Piece {
    let text = '';
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at]!;
      text += token.value;
      this.#at += 1;
      if (token.type === 'operator' && token.value === '}') break;
    }
    return { text, isArray: true };
  }

  /** "@": of a column the cell in the formula's row, of a row the one in its column; of a value the first. */
  #intersection(): Piece {
    this.#at += 1;
    while (isSpace(this.#tokens[this.#at])) this.#at += 1;
    const token = this.#tokens[this.#at];
    if (!token) return { text: '@', isArray: false };
    const operand = OPERANDS.has(token.type) ? this.#read(token) : null;
    if (operand?.kind === 'area') {
      this.#at += 1;
      const { sheet, area } = operand;
      const row = area.top === area.bottom ? area.top : this.place.row;
      const column = area.left === area.right ? area.left : this.place.column;
      const isInside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
      return isInside ? this.#cell(sheet, row, column) : { text: error('#VALUE!'), isArray: false };
    }
    return { text: `HOST_FIRST(${this.#part(token).text})`, isArray: false };
  }

  #read(token: Token): Operand {
    if (token.type === 'structured' || token.type === 'range_named') {
      const known = this.#readName(token);
      if (known) return known;
    }
    const reference = token.type === 'structured' ? null : readReference(token.value);
    if (!reference) return { kind: 'error', error: '#NAME?' };
    const context = reference.context ?? [];
    if (context.length > 1) this.result.isForeign = true;
    const sheet = context.length === 0 ? this.place.sheet : sheetNamed(this.workbook, context.at(-1)!);
    if (!sheet) return { kind: 'error', error: '#REF!' };
    const area = referenceArea(reference);
    return { kind: isOneCell(area) && !token.value.includes(':') ? 'cell' : 'area', sheet, area };
  }

  #readName(token: Token): Operand | null {
    const isName = token.type === 'range_named';
    if (isName) {
      const key = nameKey(token.value);
      for (const scope of [...this.#locals].reverse()) {
        const local = scope.get(key);
        if (local) return { kind: 'local', piece: local };
      }
    }
    const isTable = !isName || findTable(this.workbook, token.value) !== null;
    const reference = isName ? { table: token.value } : structured(token.value);
    if (isTable && reference) {
      const resolved: SheetArea | ErrorValue = resolveStructured(this.workbook, reference, this.place);
      if ('error' in resolved) return { kind: 'error', error: resolved.error };
      const isCell = reference.sections?.includes('this row') && reference.columns?.length === 1;
      return { kind: isCell ? 'cell' : 'area', ...resolved };
    }
    if (!isName) return null;
    const [scope, bare] = token.value.includes('!') ? splitName(token.value) : [null, token.value];
    const sheet = scope === null ? this.place.sheet : sheetNamed(this.workbook, scope);
    const find = (names: readonly NameModel[] | undefined) =>
      names?.find((name) => nameKey(name.name) === nameKey(bare));
    const name = find(sheet?.names) ?? find(this.workbook.names);
    return name ? { kind: 'name', name } : { kind: 'error', error: '#NAME?' };
  }

  /** A reference, name or table. `use` "reference" leaves it to the library. */
  #operand(use: AreaUse | 'reference'): Piece {
    const token = this.#tokens[this.#at]!;
    const operand = this.#read(token);
    this.#at += 1;
    if (operand.kind === 'error') return { text: error(operand.error), isArray: false };
    if (operand.kind === 'local') return operand.piece;
    if (operand.kind === 'name') return this.#name(operand.name);
    const { sheet, area } = operand;
    if (this.#peek('#')) {
      this.#at += 1;
      this.result.spills.push({ sheetId: sheet.id, row: area.top, column: area.left });
      return {
        text: `HOST_SPILL(${sheetIndex(this.workbook, sheet)},${area.top},${area.left})`,
        isArray: true,
      };
    }
    if (use === 'reference' || this.#joinsReferences()) return this.#reference(sheet, area);
    if (operand.kind === 'cell') return this.#cell(sheet, area.top, area.left);
    const entry = this.areas.entry(sheet.id, area, use);
    this.result.areas.push(entry);
    return { text: `HOST_AREA(${entry.id})`, isArray: true };
  }

  /** Whether the operand just read stands beside ":" or, across a space, another operand. */
  #joinsReferences(): boolean {
    const before = this.#tokens[this.#at - 2];
    const after = this.#tokens[this.#at];
    const isColon = (token: Token | undefined) => token?.type === 'operator' && token.value === ':';
    const ends = (token: Token | undefined) =>
      token !== undefined && (OPERANDS.has(token.type) || (token.type === 'operator' && token.value === ')'));
    const begins = (token: Token | undefined) =>
      token !== undefined &&
      (OPERANDS.has(token.type) ||
        token.type === 'func' ||
        (token.type === 'operator' && token.value === '('));
    return (
      isColon(before) ||
      isColon(after) ||
      (isSpace(before) && ends(this.#tokens[this.#at - 3])) ||
      (isSpace(after) && begins(this.#tokens[this.#at + 1]))
    );
  }

  #cell(sheet: SheetModel, row: number, column: number): Piece {
    this.result.cells.push({ sheetId: sheet.id, row, column });
    return { text: address(sheet, row, column), isArray: false };
  }

  #reference(sheet: SheetModel, area: Area): Piece {
    this.result.references.push({ sheetId: sheet.id, area });
    if (isOneCell(area)) return { text: address(sheet, area.top, area.left), isArray: false };
    // Two corners instead of a range: the library would list every cell of a range among its dependencies.
    const corners = `(${address(sheet, area.top, area.left)}):(${address(sheet, area.bottom, area.right)})`;
    return { text: corners, isArray: true };
  }

  #name(name: NameModel): Piece {
    if (this.#depth >= MAX_NAME_DEPTH) return { text: error('#NAME?'), isArray: false };
    this.#depth += 1;
    const locals = this.#locals;
    this.#locals = [];
    const formula = name.formula.startsWith('=') ? name.formula : `=${name.formula}`;
    // References without $ in a name count from the cell that uses it; names are kept as seen from A1.
    const piece = this.formula(copyFormula(formula, this.place.row, this.place.column));
    this.#locals = locals;
    this.#depth -= 1;
    return { text: `(${piece.text})`, isArray: piece.isArray };
  }

  #call(): Piece {
    const start = this.#at;
    const name = this.#tokens[start]!.value.toUpperCase().replace(/^(_XLFN\.|_XLWS\.)+/, '');
    this.#at += 1;
    while (!this.#peek('(') && isSpace(this.#tokens[this.#at])) this.#at += 1;
    this.#at += 1;
    if (VOLATILE.has(name) || name === 'SUBTOTAL' || name === 'AGGREGATE') this.result.isVolatile = true;
    if (name === 'TODAY') this.result.readsToday = true;
    if (DYNAMIC.has(name)) this.result.isDynamic = true;
    const special = this.#placeFunction(name);
    if (special) return special;
    if (name === 'INDEX') {
      const corner = this.#cornerOfRange(start);
      if (corner) return corner;
    }
    const isBinding = name === 'LET' || name === 'LAMBDA';
    if (isBinding) this.#locals.push(new Map());
    this.#callers.push(name);
    const args = this.#arguments(name);
    this.#callers.pop();
    if (isBinding) this.#locals.pop();
    return spread(name, args);
  }

  #arguments(name: string): Piece[] {
    const args: Piece[] = [];
    while (this.#at < this.#tokens.length) {
      args.push(this.#argument(name, args));
      const isComma = this.#peek(',');
      this.#at += 1;
      if (!isComma) break;
    }
    return args;
  }

  #argument(name: string, before: readonly Piece[]): Piece {
    while (isSpace(this.#tokens[this.#at])) this.#at += 1;
    const token = this.#tokens[this.#at];
    const isAlone = token !== undefined && OPERANDS.has(token.type) && this.#endsAfter();
    const declares = name === 'LET' ? before.length % 2 === 0 : name === 'LAMBDA';
    if (declares && isAlone && token.type === 'range_named') {
      // The last argument is the result, not a name.
      const next = this.#tokens.slice(this.#at + 1).find((one) => !isSpace(one));
      if (next?.value === ',') {
        this.#at += 1;
        const text = `HOST_P${(this.#parameters += 1)}`;
        const isArray = !(name === 'LAMBDA' && CALLS_WITH_SINGLE.has(this.#callers.at(-2) ?? ''));
        this.#locals.at(-1)?.set(nameKey(token.value), { text, isArray });
        return { text, isArray: false };
      }
    }
    if (isAlone && TAKES_REFERENCE.has(name)) return this.#operand('reference');
    if (isAlone && (name === 'SUBTOTAL' || name === 'AGGREGATE')) {
      return this.#operand(Number(before[0]?.text) < 100 && name === 'SUBTOTAL' ? 'unfiltered' : 'shown');
    }
    return this.#expression();
  }

  /** Whether the operand at hand is the whole argument. */
  #endsAfter(): boolean {
    const next = this.#tokens.slice(this.#at + 1).find((token) => !isSpace(token));
    return next?.type === 'operator' && (next.value === ',' || next.value === ')');
  }

  /**
   * INDEX at an end of a range ("A2:INDEX(A:A,9)") gives a place, which the library knows of OFFSET alone.
   * @param start of the call; the opening bracket is passed.
   */
  #cornerOfRange(start: number): Piece | null {
    const first = this.#at;
    while (isSpace(this.#tokens[this.#at])) this.#at += 1;
    const token = this.#tokens[this.#at];
    const operand = token && OPERANDS.has(token.type) && this.#endsAfter() ? this.#read(token) : null;
    const before = this.#tokens[start - 1];
    const isLast = before?.type === 'operator' && before.value === ':';
    if (!operand || !('area' in operand) || !(isLast || this.#isBeforeColon())) {
      this.#at = first;
      return null;
    }
    this.#at = first;
    const [, row = NOTHING, column] = this.#arguments('INDEX').map((arg) => arg.text);
    const { sheet, area } = operand;
    this.result.isDynamic = true;
    const isRow = column === undefined && area.top === area.bottom && area.left !== area.right;
    const down = isRow ? '1' : row;
    const right = isRow ? row : (column ?? '1');
    this.result.references.push({ sheetId: sheet.id, area });
    const corner = address(sheet, area.top, area.left);
    return { text: `OFFSET(${corner},(${down})-1,(${right})-1,1,1)`, isArray: true };
  }

  /** Whether ":" follows the call whose arguments begin here. */
  #isBeforeColon(): boolean {
    let depth = 1;
    let at = this.#at;
    for (; at < this.#tokens.length && depth > 0; at += 1) {
      const { type, value } = this.#tokens[at]!;
      if (type === 'operator') depth += value === '(' ? 1 : value === ')' ? -1 : 0;
    }
    return this.#tokens[at]?.type === 'operator' && this.#tokens[at]?.value === ':';
  }

  /** Functions of a reference's place, known before anything is calculated; the opening bracket is passed. */
  #placeFunction(name: string): Piece | null {
    if (!['ROW', 'COLUMN', 'ROWS', 'COLUMNS', 'FORMULATEXT', 'ISFORMULA'].includes(name)) return null;
    const start = this.#at;
    while (isSpace(this.#tokens[this.#at])) this.#at += 1;
    if (this.#peek(')') && (name === 'ROW' || name === 'COLUMN')) {
      this.#at += 1;
      return { text: String((name === 'ROW' ? this.place.row : this.place.column) + 1), isArray: false };
    }
    const token = this.#tokens[this.#at];
    const operand = token && OPERANDS.has(token.type) && this.#endsAfter() ? this.#read(token) : null;
    const after = this.#tokens.slice(this.#at + 1).find((one) => !isSpace(one));
    if (!operand || !('area' in operand) || after?.value !== ')') {
      this.#at = start;
      return null;
    }
    while (!this.#peek(')')) this.#at += 1;
    this.#at += 1;
    return this.#placeOf(name, operand.sheet, operand.area);
  }

  #placeOf(name: string, sheet: SheetModel, { top, left, bottom, right }: Area): Piece {
    const one = (value: number | boolean): Piece => ({ text: String(value).toUpperCase(), isArray: false });
    if (name === 'ROWS') return one(bottom - top + 1);
    if (name === 'COLUMNS') return one(right - left + 1);
    if (name === 'ROW') {
      return top === bottom
        ? one(top + 1)
        : { text: `SEQUENCE(${bottom - top + 1},1,${top + 1})`, isArray: true };
    }
    if (name === 'COLUMN') {
      return left === right
        ? one(left + 1)
        : { text: `SEQUENCE(1,${right - left + 1},${left + 1})`, isArray: true };
    }
    this.result.cells.push({ sheetId: sheet.id, row: top, column: left });
    return { text: `HOST_${name}(${sheetIndex(this.workbook, sheet)},${top},${left})`, isArray: false };
  }
}

const NOTHING = '1';
const error = (code: ErrorValue['error']): string => `HOST_ERROR("${code}")`;
const sheetIndex = (workbook: WorkbookModel, sheet: SheetModel): number => workbook.sheets.indexOf(sheet);
const address = (sheet: SheetModel, row: number, column: number): string =>
  `${quoteSheetName(sheet.name)}!${cellAddress(row, column)}`;

const splitName = (text: string): [string, string] => {
  const at = text.lastIndexOf('!');
  const sheet = text.slice(0, at);
  return [sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, text.slice(at + 1)];
};

/** Compiles the formula of a cell. Areas it reads are entered in the registry (not yet with their readers). */
export const compileFormula = (
  workbook: WorkbookModel,
  areas: AreaRegistry,
  place: CellPlace,
  formula: string,
): Compiled => {
  const compiler = new Compiler(workbook, areas, place);
  const { text } = compiler.formula(formula);
  return { ...compiler.result, text };
};
