import { toNameKey } from '../model/formula-references';
import { toRelativeKey } from '../model/relative-key';
import { findTableAt } from '../model/rewrite-formulas';
import type { CellLocation } from '../model/structured-references';
import type { CellRange, ErrorValue, NameModel, SheetModel, WorkbookModel } from '../model/types';
import type { CellPosition } from './compiled-formula';
import { DIRECT_FUNCTIONS, type DirectContext, type DirectFunction } from './direct-functions';
import type { Evaluator, Frame } from './evaluator';
import { AGGREGATES, CRITERIA_ARGUMENTS, SINGLE_VALUED } from './function-kinds';
import { isNestedTooDeep } from './is-nested-too-deep';
import { getBinaryOperator, mapValue, toBoolean, toNumber } from './operators';
import type { RangeEntry, RangeRegistry } from './range-registry';
import { isOperand, resolveOperand } from './resolve-operand';
import {
  createArray,
  createBoolean,
  createError,
  createNumber,
  createText,
  findCommonShape,
  getFirstScalar,
  isArrayValue,
  KIND,
  type RuntimeValue,
  type Scalar,
  toArrayValue,
} from './runtime-value';
import { TokenReader } from './token-reader';

/** The position of an operand, which may depend on the cell of the formula. */
type Place<T> = (row: number, column: number) => T;
type CellOperand = { sheet: SheetModel; place: Place<{ row: number; column: number }> };
/** `entry` is that of the area, once it is known, if it is the same in every cell. */
type RangeOperand = { sheet: SheetModel; place: Place<CellRange>; isFixed: boolean; entry?: RangeEntry };

/** What an operand stands for. */
type PlacedOperand = (RangeOperand & { isCell: boolean }) | NameModel | Scalar;
type RepeatableCall = { evaluate: Evaluator; repeat: () => void };

/** A formula compiled once for all cells in which its relative form is the same. */
export type FormulaTemplate = {
  evaluate: Evaluator;
  cells: CellOperand[];
  ranges: RangeOperand[];
  readsToday: boolean;
  isVolatile: boolean;
};

/** Thrown inside the compiler for what only the library can calculate. */
class UnsupportedFormula extends Error {}

const BINDING_POWERS: Record<string, number> = {
  ...Object.fromEntries(['=', '<>', '<', '>', '<=', '>='].map((sign) => [sign, 10])),
  '&': 20,
  '+': 30,
  '-': 30,
  '*': 40,
  '/': 40,
  '^': 50,
};
const UNARY_POWER = 70;
const MAX_NAME_DEPTH = 20;

const ABSOLUTE_PARTS = /(\$?)([A-Za-z]{1,3})(\$?)(\d+)/g;

function applyUnary(sign: string): (value: Scalar) => Scalar {
  return (value) => {
    const number = value.kind === KIND.error ? value : toNumber(value);
    if (number.kind !== KIND.number) return number;
    return sign === '-'
      ? createNumber(-number.value)
      : sign === '%'
        ? createNumber(number.value / 100)
        : number;
  };
}

/** Writes a number as "&" does; other values stay as they are. */
function toJoinedText(value: Scalar, isVietnamese: boolean): Scalar {
  if (value.kind !== KIND.number) return value;
  const text = String(Number(value.value.toPrecision(15))).replace('e', 'E');
  return createText(isVietnamese ? text.replace('.', ',') : text);
}

/** Calls a function for each value of the arrays among the arguments that it takes singly. */
function callForEach(
  { invoke }: DirectFunction,
  args: readonly RuntimeValue[],
  isSpread: readonly boolean[],
  context: DirectContext,
): RuntimeValue {
  const arrays = args.filter((_, index) => isSpread[index]).map(toArrayValue);
  const { height, width } = findCommonShape(arrays);
  const rows: Scalar[][] = [];
  const single = [...args];
  for (let row = 0; row < height; row += 1) {
    const line: Scalar[] = [];
    for (let column = 0; column < width; column += 1) {
      for (let index = 0; index < args.length; index += 1) {
        const arg = args[index]!;
        if (!isSpread[index] || !isArrayValue(arg)) continue;
        const cells = arg.rows[arg.height === 1 ? 0 : row];
        single[index] = cells?.[arg.width === 1 ? 0 : column] ?? createError('#N/A');
      }
      line.push(getFirstScalar(invoke(single, context)));
    }
    rows.push(line);
  }
  return createArray(rows);
}

function pickBroadcast(value: RuntimeValue, row: number, column: number): Scalar {
  if (!isArrayValue(value)) return value;
  const line = value.rows[row] ?? (value.height === 1 ? value.rows[0] : undefined);
  return line?.[column] ?? (value.width === 1 ? line?.[0] : undefined) ?? createError('#N/A');
}

function createIf([condition, then, otherwise]: readonly Evaluator[]): Evaluator {
  const test = condition!;
  const no: Evaluator = otherwise ?? (() => createBoolean(false));
  return (frame) => {
    const value = test(frame);
    if (!isArrayValue(value)) {
      const known = toBoolean(value);
      if (known.kind !== KIND.boolean) return known;
      return known.value ? then!(frame) : no(frame);
    }
    const [yesValue, noValue] = [then!(frame), no(frame)];
    return createArray(
      value.rows.map((line, row) =>
        line.map((cell, column) => {
          const known = toBoolean(cell);
          if (known.kind !== KIND.boolean) return known;
          return pickBroadcast(known.value ? yesValue : noValue, row, column);
        }),
      ),
    );
  };
}

function createErrorHandler(isCaught: (code: string) => boolean) {
  return ([source, replacement]: readonly Evaluator[]): Evaluator =>
    (frame) => {
      const value = source!(frame);
      const isMatch = (cell: Scalar): boolean => cell.kind === KIND.error && isCaught(cell.code);
      if (!isArrayValue(value)) return isMatch(value) ? replacement!(frame) : value;
      if (!value.rows.some((line) => line.some(isMatch))) return value;
      const other = getFirstScalar(replacement!(frame));
      return createArray(value.rows.map((line) => line.map((cell) => (isMatch(cell) ? other : cell))));
    };
}

type SpecialForm = { minArity: number; maxArity: number; create: (args: readonly Evaluator[]) => Evaluator };

/** Functions that do not evaluate all their arguments. */
const SPECIAL_FORMS: ReadonlyMap<string, SpecialForm> = new Map([
  ['IF', { minArity: 2, maxArity: 3, create: createIf }],
  ['IFERROR', { minArity: 2, maxArity: 2, create: createErrorHandler(() => true) }],
  ['IFNA', { minArity: 2, maxArity: 2, create: createErrorHandler((code) => code === '#N/A') }],
]);

const PLACE_FUNCTIONS: ReadonlySet<string> = new Set(['ROW', 'COLUMN', 'ROWS', 'COLUMNS']);

/** Compiles a formula to a function by precedence climbing over its tokens. */
class TemplateCompiler {
  readonly cells: CellOperand[] = [];
  readonly ranges: RangeOperand[] = [];
  readsToday = false;
  isVolatile = false;
  #reader = new TokenReader('');
  #depth = 0;
  /** Operands and calls met so far, by their text: a formula repeats what it cannot name. */
  readonly #operands = new Map<string, Evaluator>();
  readonly #calls = new Map<string, RepeatableCall>();

  constructor(
    readonly workbook: WorkbookModel,
    readonly location: CellLocation,
    readonly names: ReadonlySet<string>,
  ) {}

  compile(formula: string): Evaluator {
    if (isNestedTooDeep(formula)) throw new UnsupportedFormula();
    const outer = this.#reader;
    this.#reader = new TokenReader(formula);
    const evaluate = this.#expression(0);
    this.#reader.skipSpaces();
    if (!this.#reader.isAtEnd) throw new UnsupportedFormula();
    this.#reader = outer;
    return evaluate;
  }

  #expression(minPower: number): Evaluator {
    let left = this.#prefix();
    for (;;) {
      const reader = this.#reader;
      reader.skipSpaces();
      const { token } = reader;
      if (!token || reader.isAt(',', ')', ';', '}')) return left;
      // Two operands with a space between them intersect.
      if (token.type !== 'operator') throw new UnsupportedFormula();
      if (token.value === '%') {
        reader.consume();
        const operand = left;
        const change = applyUnary('%');
        left = (frame) => mapValue(operand(frame), change);
        continue;
      }
      const power = BINDING_POWERS[token.value];
      if (power === undefined) throw new UnsupportedFormula();
      if (power <= minPower) return left;
      reader.consume();
      left = this.#binary(token.value, left, this.#expression(power));
    }
  }

  #binary(sign: string, left: Evaluator, right: Evaluator): Evaluator {
    const operator = getBinaryOperator(sign);
    if (sign !== '&') return (frame) => operator(left(frame), right(frame));
    const read = (operand: Evaluator, frame: Frame): RuntimeValue => {
      const isVietnamese = frame.context.locale === 'vi-VN';
      return mapValue(operand(frame), (value) => toJoinedText(value, isVietnamese));
    };
    return (frame) => operator(read(left, frame), read(right, frame));
  }

  #prefix(): Evaluator {
    const reader = this.#reader;
    reader.skipSpaces();
    const { token } = reader;
    if (!token) throw new UnsupportedFormula();
    if (reader.isAt('-', '+')) {
      reader.consume();
      const operand = this.#expression(UNARY_POWER);
      const change = applyUnary(token.value);
      return (frame) => mapValue(operand(frame), change);
    }
    if (reader.isAt('(')) {
      reader.consume();
      const inner = this.#expression(0);
      this.#expect(')');
      return inner;
    }
    if (token.type === 'func') return this.#repeatableCall();
    if (isOperand(token)) return this.#operand();
    reader.consume();
    return this.#literal(token.type, token.value);
  }

  #expect(sign: string): void {
    this.#reader.skipSpaces();
    if (!this.#reader.isAt(sign)) throw new UnsupportedFormula();
    this.#reader.consume();
  }

  #literal(type: string, text: string): Evaluator {
    const value = readLiteral(type, text);
    if (!value) throw new UnsupportedFormula();
    return () => value;
  }

  /** Resolves an operand and makes its rows and columns relative where the formula writes them so. */
  #place(): PlacedOperand {
    const reader = this.#reader;
    const token = reader.consume()!;
    if (reader.isAt('#') || reader.joinsReferences()) throw new UnsupportedFormula();
    const operand = resolveOperand(this.workbook, this.location, token);
    if (operand.kind === 'error') {
      if (operand.isForeign) throw new UnsupportedFormula();
      return createError(operand.error);
    }
    if (operand.kind === 'name') return operand.name;
    const { sheet, area } = operand;
    const isCell = operand.kind === 'cell';
    const { row, column } = this.location;
    const isRelative = readRelativeParts(token.type, token.value);
    if (!isRelative) throw new UnsupportedFormula();
    if (!Object.values(isRelative).includes(true)) return { sheet, isCell, isFixed: true, place: () => area };
    const place: Place<CellRange> = (atRow, atColumn) => ({
      top: isRelative.top ? area.top - row + atRow : area.top,
      left: isRelative.left ? area.left - column + atColumn : area.left,
      bottom: isRelative.bottom ? area.bottom - row + atRow : area.bottom,
      right: isRelative.right ? area.right - column + atColumn : area.right,
    });
    return { sheet, isCell, isFixed: false, place };
  }

  #operand(): Evaluator {
    const text = this.#reader.token!.value;
    const found = this.#place();
    const known = this.#operands.get(text);
    if (known) return known;
    const evaluate = this.#readOperand(found);
    this.#operands.set(text, evaluate);
    return evaluate;
  }

  #readOperand(found: PlacedOperand): Evaluator {
    if ('kind' in found) return () => found;
    if ('formula' in found) return this.#name(found);
    const { sheet, place, isFixed } = found;
    if (found.isCell) {
      const cellPlace = (row: number, column: number) => {
        const { top, left } = place(row, column);
        return { row: top, column: left };
      };
      this.cells.push({ sheet, place: cellPlace });
      return (frame) => {
        const { top, left } = place(frame.row, frame.column);
        return frame.readCell(sheet, top, left);
      };
    }
    const index = this.ranges.length;
    this.ranges.push({ sheet, place, isFixed });
    return (frame) => frame.readRange(frame.ranges[index]!);
  }

  #name({ formula }: NameModel): Evaluator {
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    // Relative references in a name depend on the cell that uses it.
    if (this.#depth >= MAX_NAME_DEPTH || toRelativeKey(text, 0, 0) !== toRelativeKey(text, 1, 1))
      throw new UnsupportedFormula();
    this.#depth += 1;
    const evaluate = this.compile(text);
    this.#depth -= 1;
    return evaluate;
  }

  /** Compiles a call once, however often the formula repeats it; only one that is repeated keeps its value. */
  #repeatableCall(): Evaluator {
    const reader = this.#reader;
    const found = reader.findCallEnd();
    const known = found && this.#calls.get(found.text);
    if (known) {
      reader.at = found.end;
      known.repeat();
      return known.evaluate;
    }
    const call = createRepeatableCall(this.#call(), this.#calls.size);
    if (found) this.#calls.set(found.text, call);
    return call.evaluate;
  }

  #call(): Evaluator {
    const reader = this.#reader;
    const name = reader
      .consume()!
      .value.toUpperCase()
      .replace(/^(_XLFN\.|_XLWS\.)+/, '');
    if (this.names.has(toNameKey(name))) throw new UnsupportedFormula();
    this.#expect('(');
    if (PLACE_FUNCTIONS.has(name)) return this.#placeFunction(name);
    const args = this.#arguments(name);
    const special = SPECIAL_FORMS.get(name);
    const known = special ?? DIRECT_FUNCTIONS.get(name);
    if (!known || args.length < known.minArity || args.length > known.maxArity)
      throw new UnsupportedFormula();
    if (name === 'TODAY') this.readsToday = true;
    if (name === 'NOW') this.isVolatile = true;
    if (special) return special.create(args);
    return createCall(name, known as DirectFunction, args);
  }

  #arguments(name: string): Evaluator[] {
    const reader = this.#reader;
    const args: Evaluator[] = [];
    reader.skipSpaces();
    if (reader.isAt(')')) {
      reader.consume();
      return args;
    }
    for (;;) {
      reader.skipSpaces();
      if (reader.isAt(',', ')')) throw new UnsupportedFormula();
      const isLone = reader.peekArgument() !== null;
      const arg = this.#expression(0);
      // These pass over a text or blank in a cell that is referred to, as in an area.
      const isCell = AGGREGATES.has(name) || CRITERIA_ARGUMENTS.get(name)?.(args.length) === false;
      args.push(isLone && isCell ? (frame) => toArrayValue(arg(frame)) : arg);
      reader.skipSpaces();
      if (reader.isAt(')')) break;
      this.#expect(',');
    }
    reader.consume();
    return args;
  }

  /** Compiles ROW, COLUMN, ROWS and COLUMNS, which ask where a reference is and not what it contains. */
  #placeFunction(name: string): Evaluator {
    const reader = this.#reader;
    reader.skipSpaces();
    let place: Place<CellRange> = (row, column) => ({ top: row, left: column, bottom: row, right: column });
    if (!reader.isAt(')')) {
      if (!reader.peekArgument()) throw new UnsupportedFormula();
      const found = this.#place();
      if (!('place' in found)) throw new UnsupportedFormula();
      ({ place } = found);
    }
    this.#expect(')');
    return ({ row, column }) => {
      const { top, left, bottom, right } = place(row, column);
      if (name === 'ROWS') return createNumber(bottom - top + 1);
      if (name === 'COLUMNS') return createNumber(right - left + 1);
      if (name === 'ROW') return createSequence(top, bottom, false);
      return createSequence(left, right, true);
    };
  }
}

function createRepeatableCall(compute: Evaluator, index: number): RepeatableCall {
  let isRepeated = false;
  return {
    evaluate: (frame) => (isRepeated ? (frame.repeated[index] ??= compute(frame)) : compute(frame)),
    repeat: () => {
      isRepeated = true;
    },
  };
}

function createSequence(first: number, last: number, isAcross: boolean): RuntimeValue {
  if (first === last) return createNumber(first + 1);
  const values = Array.from({ length: last - first + 1 }, (_, index) => createNumber(first + index + 1));
  return createArray(isAcross ? [values] : values.map((value) => [value]));
}

function createCall(name: string, target: DirectFunction, args: readonly Evaluator[]): Evaluator {
  const single = SINGLE_VALUED.get(name);
  const isSingle = args.map((_, index) => single === 'each' || (single?.includes(index) ?? false));
  const { invoke } = target;
  if (!isSingle.includes(true))
    return (frame) =>
      invoke(
        args.map((arg) => arg(frame)),
        frame.context,
      );
  return (frame) => {
    const values = args.map((arg) => arg(frame));
    const isSpread = values.map((value, index) => isSingle[index]! && isArrayValue(value));
    return isSpread.includes(true)
      ? callForEach(target, values, isSpread, frame.context)
      : invoke(values, frame.context);
  };
}

function readLiteral(type: string, text: string): Scalar | null {
  if (type === 'number') return createNumber(Number(text));
  if (type === 'string') return createText(text.slice(1, -1).replaceAll('""', '"'));
  if (type === 'bool') return createBoolean(text.toUpperCase() === 'TRUE');
  return type === 'error' ? createError(text as ErrorValue['error']) : null;
}

type RelativeParts = { top: boolean; left: boolean; bottom: boolean; right: boolean };

/** Returns which sides of a reference are relative; null where that is not known. */
function readRelativeParts(type: string, text: string): RelativeParts | null {
  if (type === 'range') {
    const parts = [...text.slice(text.lastIndexOf('!') + 1).matchAll(ABSOLUTE_PARTS)];
    const [first, second = first] = parts;
    if (!first || !second || parts.length > 2) return null;
    return { left: !first[1], top: !first[3], right: !second[1], bottom: !second[3] };
  }
  if (type === 'range_beam') {
    // "$A:$A", "$1:$1"; the relative ones are rare.
    const address = text.slice(text.lastIndexOf('!') + 1);
    return /^\$[^:$]+:\$[^:$]+$/.test(address)
      ? { top: false, left: false, bottom: false, right: false }
      : null;
  }
  const isThisRow = /\[\s*@|\[#this row\]/i.test(text);
  return { top: isThisRow, bottom: isThisRow, left: false, right: false };
}

/** The templates of one workbook's formulas, by their relative form. */
export class TemplateCache {
  readonly #templates = new Map<string, FormulaTemplate | null>();
  readonly #names: ReadonlySet<string>;

  constructor(readonly workbook: WorkbookModel) {
    const names = [...workbook.names, ...workbook.sheets.flatMap((sheet) => sheet.names)];
    this.#names = new Set(names.map(({ name }) => toNameKey(name)));
  }

  /**
   * Returns the template of a formula.
   * @returns null for formulas that only the library can calculate.
   */
  get(location: CellLocation, formula: string): FormulaTemplate | null {
    const key = this.#getKey(location, formula);
    let template = this.#templates.get(key);
    if (template !== undefined) return template;
    template = this.#compile(location, formula);
    this.#templates.set(key, template);
    return template;
  }

  /** Forgets the templates that are chosen by the sheets they read and by their key, and all that need the library. */
  forget(isChosen: (sheetIds: readonly string[], key: string) => boolean): void {
    for (const [key, template] of this.#templates) {
      const operands = template ? [...template.cells, ...template.ranges] : [];
      const sheetIds = operands.map(({ sheet }) => sheet.id);
      if (!template || isChosen(sheetIds, key)) this.#templates.delete(key);
    }
  }

  #getKey({ sheet, row, column }: CellLocation, formula: string): string {
    const relative = toRelativeKey(formula, row, column);
    if (!formula.includes('[')) return `${sheet.id} ${relative}`;
    // "[@x]" depends on the table around the formula, and on being in one of its rows.
    const table = findTableAt(sheet, row, column);
    if (!table) return `${sheet.id} ${relative}`;
    const isBody =
      row >= table.area.top + Number(table.showHeaders) &&
      row <= table.area.bottom - Number(table.showTotals);
    return `${sheet.id} ${table.id} ${isBody ? '' : row} ${relative}`;
  }

  #compile(location: CellLocation, formula: string): FormulaTemplate | null {
    const compiler = new TemplateCompiler(this.workbook, location, this.#names);
    try {
      const evaluate = compiler.compile(formula);
      const { cells, ranges, readsToday, isVolatile } = compiler;
      return { evaluate, cells, ranges, readsToday, isVolatile };
    } catch (error) {
      if (error instanceof UnsupportedFormula) return null;
      throw error;
    }
  }
}

/** Returns the cells and ranges that a formula of the template reads in a cell. */
export function placeTemplate(
  template: FormulaTemplate,
  registry: RangeRegistry,
  row: number,
  column: number,
): { cells: CellPosition[]; areas: RangeEntry[] } {
  return {
    cells: template.cells.map(({ sheet, place }) => ({ sheetId: sheet.id, ...place(row, column) })),
    areas: template.ranges.map((range) => {
      if (range.entry) return range.entry;
      const entry = registry.getEntry(range.sheet.id, range.place(row, column), 'values');
      if (range.isFixed) range.entry = entry;
      return entry;
    }),
  };
}
