import { copyFormula, nameKey } from '../model/formula-refs';
import type { Token } from '../model/formula-tokens';
import type { CellPlace } from '../model/structured';
import type { Area, ErrorValue, NameModel, SheetModel, WorkbookModel } from '../model/types';
import type { AreaRegistry, AreaUse } from './areas';
import { type Compiled, cellText, errorText, newCompiled, sheetText, spotText } from './compiled';
import { COLLECTS, DYNAMIC, TAKES_REFERENCE, VOLATILE } from './function-kinds';
import { type Operand, isOneCell, isOperand, readOperand } from './operands';
import { PLACE_FUNCTIONS } from './place-functions';
import { type Piece, spread } from './spread';
import { TokenReader } from './token-reader';

const MAX_NAME_DEPTH = 20;
const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='];
/** How an operand is put: read by the host in one of its ways, or left to the library. */
type Use = AreaUse | 'reference';

const one = (text: string): Piece => ({ text, isArray: false });
const many = (text: string): Piece => ({ text, isArray: true });

/**
 * Turns one formula of the model into the library's: names, tables and whole columns become calls that give
 * arrays read from the model (HOST_AREA), single cells stay references, and functions of single values are
 * spread over arrays.
 */
class Compiler {
  readonly result: Compiled = newCompiled();
  #reader = new TokenReader('');
  /** Names that LET and LAMBDA around this place have given. */
  #locals: Map<string, Piece>[] = [];
  #parameters = 0;
  #depth = 0;

  constructor(
    readonly workbook: WorkbookModel,
    readonly areas: AreaRegistry,
    readonly place: CellPlace,
  ) {}

  /** Compiles a formula, also one put in for a name. `use` is for one that is a single operand. */
  formula(text: string, use: Use = 'values'): Piece {
    const outer = this.#reader;
    this.#reader = new TokenReader(text);
    const piece = this.#reader.isSingleOperand ? this.#operand(use) : this.#expression();
    const isWhole = this.#reader.isAtEnd;
    this.#reader = outer;
    return isWhole ? piece : one(errorText('#NAME?'));
  }

  /** Everything up to a comma, semicolon or closing sign of the level around it. */
  #expression(): Piece {
    let isArray = false;
    // What stands between "&" and comparisons; "&" writes numbers as the locale does, the library does not.
    const segments: { text: string; sign: string }[] = [{ text: '', sign: '' }];
    while (!this.#reader.isAtEnd && !this.#reader.isAt(',', ';', ')', '}')) {
      if (this.#reader.isAt('&', ...COMPARISONS))
        segments.push({ text: '', sign: this.#reader.take()!.value });
      else {
        const piece = this.#part();
        segments.at(-1)!.text += piece.text;
        isArray ||= piece.isArray;
      }
    }
    const texts = segments.map(({ text, sign }, index) => {
      const isJoined = sign === '&' || segments[index + 1]?.sign === '&';
      return `${sign}${isJoined && text.trim() !== '' ? `HOST_TEXT(${text})` : text}`;
    });
    return { text: texts.join(''), isArray };
  }

  #part(): Piece {
    const reader = this.#reader;
    const token = reader.token!;
    if (token.type === 'func') return this.#call();
    if (reader.isAt('(')) return this.#group();
    if (reader.isAt('{')) return this.#literalArray();
    if (reader.isAt('@')) return this.#intersection();
    if (isOperand(token)) return this.#operand('values');
    reader.take();
    if (token.type === 'error') return one(errorText(token.value as ErrorValue['error']));
    if (!token.type.startsWith('context')) return one(token.value);
    // "Sheet1!#REF!": the error behind the "!" says it all.
    reader.take();
    return one('');
  }

  #group(): Piece {
    const reader = this.#reader;
    const start = reader.at;
    reader.take();
    const inner = this.#expression();
    if (reader.isAt(')')) {
      reader.take();
      return { text: `(${inner.text})`, isArray: inner.isArray };
    }
    // A list in brackets is a union of references, which the library reads by itself.
    reader.at = start + 1;
    let text = '(';
    while (!reader.isAtEnd && !reader.isAt(')')) {
      text += isOperand(reader.token) ? this.#operand('reference').text : reader.take()!.value;
    }
    reader.take();
    return many(`${text})`);
  }

  #literalArray(): Piece {
    let text = '';
    while (!this.#reader.isAtEnd) {
      const isLast = this.#reader.isAt('}');
      text += this.#reader.take()!.value;
      if (isLast) break;
    }
    return many(text);
  }

  /** "@": of a column the cell in the formula's row, of a row the one in its column; of a value the first. */
  #intersection(): Piece {
    this.#reader.take();
    this.#reader.skipSpaces();
    const { token } = this.#reader;
    if (!token) return one('@');
    const operand = isOperand(token) ? this.#read(token) : null;
    if (operand?.kind !== 'area') return one(`HOST_FIRST(${this.#part().text})`);
    this.#reader.take();
    const { sheet, area } = operand;
    const row = area.top === area.bottom ? area.top : this.place.row;
    const column = area.left === area.right ? area.left : this.place.column;
    const isInside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    return isInside ? this.#cell(sheet, row, column) : one(errorText('#VALUE!'));
  }

  #read(token: Token): Operand | { kind: 'local'; piece: Piece } {
    if (token.type === 'range_named') {
      const key = nameKey(token.value);
      const scope = this.#locals.findLast((names) => names.has(key));
      if (scope) return { kind: 'local', piece: scope.get(key)! };
    }
    const operand = readOperand(this.workbook, this.place, token);
    if (operand.kind === 'error' && operand.isForeign) this.result.isForeign = true;
    return operand;
  }

  #operand(use: Use): Piece {
    const reader = this.#reader;
    const operand = this.#read(reader.take()!);
    if (operand.kind === 'error') return one(errorText(operand.error));
    if (operand.kind === 'local') return operand.piece;
    if (operand.kind === 'name') return this.#name(operand.name, use);
    const { sheet, area } = operand;
    if (reader.isAt('#')) {
      reader.take();
      this.result.spills.push({ sheetId: sheet.id, row: area.top, column: area.left });
      return many(`HOST_SPILL(${spotText(this.workbook, sheet, area.top, area.left)})`);
    }
    if (use === 'reference' || reader.joinsReferences()) return this.#reference(sheet, area);
    if (operand.kind === 'cell') return this.#cell(sheet, area.top, area.left);
    const entry = this.areas.entry(sheet.id, area, use);
    this.result.areas.push(entry);
    return many(`HOST_AREA(${entry.id})`);
  }

  #cell(sheet: SheetModel, row: number, column: number): Piece {
    this.result.cells.push({ sheetId: sheet.id, row, column });
    return one(cellText(sheet, row, column));
  }

  #reference(sheet: SheetModel, area: Area): Piece {
    this.result.references.push({ sheetId: sheet.id, area });
    const first = `(${cellText(sheet, area.top, area.left)})`;
    if (isOneCell(area)) return one(first);
    // Two corners instead of a range: the library would list every cell of a range among its dependencies.
    return many(`${first}:(${cellText(sheet, area.bottom, area.right)})`);
  }

  #name(name: NameModel, use: Use): Piece {
    if (this.#depth >= MAX_NAME_DEPTH) return one(errorText('#NAME?'));
    this.#depth += 1;
    const locals = this.#locals;
    this.#locals = [];
    const formula = name.formula.startsWith('=') ? name.formula : `=${name.formula}`;
    // References without $ in a name count from the cell that uses it; names are kept as seen from A1.
    const piece = this.formula(copyFormula(formula, this.place.row, this.place.column), use);
    this.#locals = locals;
    this.#depth -= 1;
    return { text: `(${piece.text})`, isArray: piece.isArray };
  }

  #call(): Piece {
    const reader = this.#reader;
    const start = reader.at;
    const name = reader
      .take()!
      .value.toUpperCase()
      .replace(/^(_XLFN\.|_XLWS\.)+/, '');
    reader.skipSpaces();
    reader.take();
    if (VOLATILE.has(name) || name === 'SUBTOTAL' || name === 'AGGREGATE') this.result.isVolatile = true;
    if (name === 'TODAY') this.result.readsToday = true;
    if (DYNAMIC.has(name)) this.result.isDynamic = true;
    const special = this.#placeFunction(name) ?? this.#cornerOfRange(name, start);
    if (special) return special;
    const isBinding = name === 'LET' || name === 'LAMBDA';
    if (isBinding) this.#locals.push(new Map());
    const args = this.#arguments(name);
    if (isBinding) this.#locals.pop();
    // LAMBDAs that the workbook has given a name are not calculated: their call says so.
    return this.#isNamed(name) ? one(errorText('#NAME?')) : spread(name, args);
  }

  #isNamed(name: string): boolean {
    const key = nameKey(name);
    return [...this.workbook.names, ...this.place.sheet.names].some((known) => nameKey(known.name) === key);
  }

  #arguments(name: string): Piece[] {
    const args: Piece[] = [];
    while (!this.#reader.isAtEnd) {
      args.push(this.#argument(name, args));
      if (this.#reader.take()?.value !== ',') break;
    }
    return args;
  }

  #argument(name: string, before: readonly Piece[]): Piece {
    this.#reader.skipSpaces();
    const whole = this.#reader.wholeArgument();
    if (!whole) return this.#expression();
    const declares = name === 'LET' ? before.length % 2 === 0 : name === 'LAMBDA';
    // The last argument is the result, not a name.
    if (declares && whole.type === 'range_named' && this.#reader.next()?.value === ',') {
      return this.#declare(whole.value);
    }
    if (TAKES_REFERENCE.has(name)) return this.#operand('reference');
    if (name === 'SUBTOTAL') return this.#operand(Number(before[0]?.text) < 100 ? 'unfiltered' : 'shown');
    if (name === 'AGGREGATE') return this.#operand('shown');
    const piece = this.#operand('values');
    return COLLECTS.has(name) && !piece.isArray ? { ...piece, text: `HOST_CELL(${piece.text})` } : piece;
  }

  #declare(local: string): Piece {
    this.#reader.take();
    this.#parameters += 1;
    const text = `HOST_P${this.#parameters}`;
    this.#locals.at(-1)?.set(nameKey(local), many(text));
    return one(text);
  }

  /** The area that is the first argument of the call whose bracket was passed; the reader stays. */
  #firstArea(): { sheet: SheetModel; area: Area } | null {
    const start = this.#reader.at;
    this.#reader.skipSpaces();
    const token = this.#reader.wholeArgument();
    this.#reader.at = start;
    const operand = token && this.#read(token);
    if (operand?.kind === 'name') return this.#areaOfName(operand.name);
    return operand && 'area' in operand ? operand : null;
  }

  /** The area that a name stands for, where it is no more than a reference, by way of other names or not. */
  #areaOfName(name: NameModel, depth = 0): { sheet: SheetModel; area: Area } | null {
    const formula = name.formula.startsWith('=') ? name.formula : `=${name.formula}`;
    const reader = new TokenReader(copyFormula(formula, this.place.row, this.place.column));
    if (!reader.isSingleOperand || depth >= MAX_NAME_DEPTH) return null;
    const operand = readOperand(this.workbook, this.place, reader.token!);
    if (operand.kind === 'name') return this.#areaOfName(operand.name, depth + 1);
    return 'area' in operand ? operand : null;
  }

  #placeFunction(name: string): Piece | null {
    const place = PLACE_FUNCTIONS.get(name);
    if (!place) return null;
    const { row, column, sheet } = this.place;
    const own = { sheet, area: { top: row, bottom: row, left: column, right: column } };
    const isBare = this.#reader.isAt(')');
    const found = isBare ? own : this.#firstArea();
    if (!found) return null;
    const { top, left } = found.area;
    if (name === 'FORMULATEXT' || name === 'ISFORMULA') {
      this.result.cells.push({ sheetId: found.sheet.id, row: top, column: left });
    }
    while (!this.#reader.isAt(')')) this.#reader.take();
    this.#reader.take();
    return place(this.workbook, found.sheet, found.area);
  }

  /** INDEX at an end of a range ("A2:INDEX(A:A,9)") gives a place, which the library knows of INDIRECT alone. */
  #cornerOfRange(name: string, start: number): Piece | null {
    const first = name === 'INDEX' && this.#reader.isEndOfRange(start) ? this.#firstArea() : null;
    if (!first) return null;
    const { sheet, area } = first;
    const [, row = '1', column] = this.#arguments(name).map((arg) => arg.text);
    this.result.isDynamic = true;
    const isRow = column === undefined && area.top === area.bottom && area.left !== area.right;
    const [down, right] = isRow ? ['1', row] : [row, column ?? '1'];
    const prefix = sheetText(sheet).replaceAll('"', '""');
    return many(`INDIRECT("${prefix}"&ADDRESS(${area.top}+(${down}),${area.left}+(${right})))`);
  }
}

/** Compiles the formula of a cell. Areas it reads are entered in the registry (not yet with their readers). */
export function compileFormula(
  workbook: WorkbookModel,
  areas: AreaRegistry,
  place: CellPlace,
  formula: string,
): Compiled {
  const compiler = new Compiler(workbook, areas, place);
  const { text } = compiler.formula(formula);
  return { ...compiler.result, text };
}
