import type { Locale } from '../model/values/format-display-text';
import { getSortedNumbers, getValuePositions } from './column-index';
import { CRITERIA_FUNCTIONS } from './criteria-functions';
import type { LibraryFunction } from './host-functions';
import { compareSameKind, mapValue, toBoolean, toNumber, toNumberArgument, toText } from './operators';
import {
  type ArrayValue,
  createArray,
  createBoolean,
  createError,
  createNumber,
  createText,
  getFirstScalar,
  isArrayValue,
  KIND,
  type RuntimeValue,
  type Scalar,
  toArrayValue,
} from './runtime-value';

export type DirectContext = {
  locale: Locale;
  /** The functions that the simulator gives the library (TEXT, VALUE, ROUND, dates). */
  hostFunctions: ReadonlyMap<string, LibraryFunction>;
  date1904: boolean;
};

/** A function of evaluated arguments, as the calculation library computes it (held equal by tests). */
export type DirectFunction = {
  minArity: number;
  maxArity: number;
  invoke: (args: readonly RuntimeValue[], context: DirectContext) => RuntimeValue;
};

function define(minArity: number, maxArity: number, invoke: DirectFunction['invoke']): DirectFunction {
  return { minArity, maxArity, invoke };
}

/** Visits the numbers of arguments; texts and booleans inside arrays are passed over. Returns the first error. */
function visitNumbers(args: readonly RuntimeValue[], visit: (value: number) => void): Scalar | null {
  for (const arg of args) {
    if (isArrayValue(arg)) {
      for (const row of arg.rows) {
        for (const cell of row) {
          if (cell.kind === KIND.error) return cell;
          if (cell.kind === KIND.number) visit(cell.value);
        }
      }
    } else if (arg.kind !== KIND.blank) {
      const number = toNumber(arg);
      if (number.kind !== KIND.number) return number;
      visit(number.value);
    }
  }
  return null;
}

function toFiniteNumber(value: number): Scalar {
  return Number.isFinite(value) ? createNumber(value) : createError('#NUM!');
}

function sum(args: readonly RuntimeValue[]): Scalar {
  let total = 0;
  const error = visitNumbers(args, (value) => (total += value));
  return error ?? toFiniteNumber(total);
}

function average(args: readonly RuntimeValue[]): Scalar {
  let total = 0;
  let count = 0;
  const error = visitNumbers(args, (value) => {
    total += value;
    count += 1;
  });
  return error ?? (count === 0 ? createError('#DIV/0!') : toFiniteNumber(total / count));
}

function createExtreme(isBetter: (value: number, best: number) => boolean) {
  return (args: readonly RuntimeValue[]): Scalar => {
    let best: number | null = null;
    const error = visitNumbers(args, (value) => {
      if (best === null || isBetter(value, best)) best = value;
    });
    return error ?? createNumber(best ?? 0);
  };
}

function count(args: readonly RuntimeValue[]): Scalar {
  let total = 0;
  for (const arg of args) {
    if (isArrayValue(arg)) total += getSortedNumbers(arg).values.length;
    else if (arg.kind === KIND.number || (arg.kind === KIND.text && toNumber(arg).kind === KIND.number))
      total += 1;
  }
  return createNumber(total);
}

function countFilled(args: readonly RuntimeValue[]): Scalar {
  return createNumber(
    args.flatMap((arg) => toArrayValue(arg).rows.flat()).filter((cell) => cell.kind !== KIND.blank).length,
  );
}

function sumProduct(args: readonly RuntimeValue[]): Scalar {
  const arrays = args.map(toArrayValue);
  const isSingle = ({ height, width }: ArrayValue): boolean => height === 1 && width === 1;
  const shape = arrays.find((array) => !isSingle(array)) ?? arrays[0]!;
  if (arrays.some((one) => !isSingle(one) && (one.height !== shape.height || one.width !== shape.width)))
    return createError('#VALUE!');
  let total = 0;
  for (let row = 0; row < shape.height; row += 1) {
    for (let column = 0; column < shape.width; column += 1) {
      let product = 1;
      for (const array of arrays) {
        const cell = isSingle(array) ? array.rows[0]![0]! : array.rows[row]![column]!;
        if (cell.kind === KIND.error) return cell;
        product *=
          cell.kind === KIND.number ? cell.value : cell.kind === KIND.boolean ? Number(cell.value) : 0;
      }
      total += product;
    }
  }
  return toFiniteNumber(total);
}

/** AND and OR: texts inside arrays are passed over, blanks everywhere. */
function createLogical(initial: boolean, combine: (a: boolean, b: boolean) => boolean) {
  return (args: readonly RuntimeValue[]): Scalar => {
    let result = initial;
    let isFound = false;
    for (const arg of args) {
      const isArray = isArrayValue(arg);
      for (const cell of isArray ? arg.rows.flat() : [arg]) {
        if (cell.kind === KIND.error) return cell;
        if (cell.kind === KIND.blank || (isArray && cell.kind === KIND.text)) continue;
        const value = toBoolean(cell);
        if (value.kind !== KIND.boolean) return value;
        isFound = true;
        result = combine(result, value.value);
      }
    }
    return isFound ? createBoolean(result) : createError('#VALUE!');
  };
}

/** SMALL and LARGE, of one rank or of an array of ranks. */
function createRanked(pick: (values: Float64Array, rank: number) => number | undefined) {
  return ([array, rank]: readonly RuntimeValue[]): RuntimeValue => {
    const { values, error } = getSortedNumbers(toRankedArray(array!));
    if (error) return error;
    return mapValue(rank!, (one) => {
      const number = toNumber(one);
      if (number.kind !== KIND.number) return number;
      const at = Math.floor(number.value);
      const found = at < 1 || at > values.length ? undefined : pick(values, at);
      return found === undefined ? createError('#NUM!') : createNumber(found);
    });
  };
}

function toRankedArray(value: RuntimeValue): ArrayValue {
  if (isArrayValue(value)) return value;
  return createArray([[value.kind === KIND.blank ? value : toNumber(value)]]);
}

function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text);
}

function createMatchPattern(text: string): RegExp {
  const source = text.replace(/~([^])|[*?]|[.+^${}()|[\]\\]/g, (sign, escaped?: string) => {
    if (escaped !== undefined) return escaped.replace(/[.*+^${}()|[\]\\?]/, '\\$&');
    return sign === '*' ? '.*' : sign === '?' ? '.' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'i');
}

function findExact(array: ArrayValue, wanted: Scalar): number {
  const positions = getValuePositions(array);
  if (wanted.kind === KIND.number) return positions.numbers.get(wanted.value)?.[0] ?? -1;
  if (wanted.kind === KIND.blank) return positions.blanks[0] ?? -1;
  if (wanted.kind === KIND.boolean)
    return array.rows.flat().findIndex((cell) => cell.kind === KIND.boolean && cell.value === wanted.value);
  if (wanted.kind !== KIND.text) return -1;
  const folded = wanted.value.toLowerCase();
  if (!hasWildcard(wanted.value)) return positions.texts.get(folded)?.[0] ?? -1;
  const pattern = createMatchPattern(wanted.value);
  return array.rows
    .flat()
    .findIndex(
      (cell) => cell.kind === KIND.text && (cell.value.toLowerCase() === folded || pattern.test(cell.value)),
    );
}

/** Finds the last value up to the wanted one in a sorted list, as far as the list is sorted. */
function findSorted(array: ArrayValue, wanted: Scalar, isAscending: boolean): number {
  let found = -1;
  let position = -1;
  for (const row of array.rows) {
    for (const cell of row) {
      position += 1;
      if (cell.kind !== wanted.kind) continue;
      const order = compareSameKind(cell, wanted);
      if (!Number.isFinite(order)) continue;
      if (isAscending ? order > 0 : order < 0) return found;
      found = position;
    }
  }
  return found;
}

function match([lookup, range, type]: readonly RuntimeValue[]): Scalar {
  const wanted = getFirstScalar(lookup!);
  if (wanted.kind === KIND.error) return wanted;
  if (!isArrayValue(range!)) return createError('#N/A');
  const kind = type && type.kind !== KIND.blank ? toNumberArgument(type) : createNumber(1);
  if (kind.kind !== KIND.number) return kind;
  const found = kind.value === 0 ? findExact(range, wanted) : findSorted(range, wanted, kind.value > 0);
  return found < 0 ? createError('#N/A') : createNumber(found + 1);
}

function index([source, row, column]: readonly RuntimeValue[]): RuntimeValue {
  if (!isArrayValue(source!)) return getFirstScalar(source!);
  const down = row ? toNumberArgument(row) : createNumber(0);
  if (down.kind !== KIND.number) return down;
  const right = column ? toNumberArgument(column) : createNumber(0);
  if (right.kind !== KIND.number) return right;
  const [r, c] = [Math.trunc(down.value), Math.trunc(right.value)];
  if (r < 0 || c < 0) return createError('#VALUE!');
  if (r > source.height || c > source.width) return createError('#REF!');
  if (r === 0 && c === 0) return source;
  if (r === 0)
    return source.height === 1
      ? source.rows[0]![c - 1]!
      : createArray(source.rows.map((line) => [line[c - 1]!]));
  if (c === 0) return source.width === 1 ? source.rows[r - 1]![0]! : createArray([source.rows[r - 1]!]);
  return source.rows[r - 1]![c - 1]!;
}

function defineNumeric(compute: (value: number) => Scalar): DirectFunction {
  return define(1, 1, ([value]) => {
    const number = toNumberArgument(value!);
    return number.kind === KIND.number ? compute(number.value) : number;
  });
}

function defineTest(test: (value: Scalar) => boolean): DirectFunction {
  return define(1, 1, ([value]) => createBoolean(test(getFirstScalar(value!))));
}

/** Defines a function of a text and numbers that follow it; an omitted number is 1. */
function defineText(
  minArity: number,
  maxArity: number,
  compute: (text: string, ...numbers: number[]) => Scalar,
): DirectFunction {
  return define(minArity, maxArity, ([text, ...others]) => {
    const first = getFirstScalar(text!);
    if (first.kind === KIND.error) return first;
    const numbers: number[] = [];
    for (const other of others) {
      const number = toNumberArgument(other);
      if (number.kind !== KIND.number) return number;
      numbers.push(number.value);
    }
    return compute(toText(first), ...numbers);
  });
}

function find([wanted, text, start]: readonly RuntimeValue[]): Scalar {
  const [part, within] = [getFirstScalar(wanted!), getFirstScalar(text!)];
  if (part.kind === KIND.error) return part;
  if (within.kind === KIND.error) return within;
  const first = start ? toNumberArgument(start) : createNumber(1);
  if (first.kind !== KIND.number) return first;
  const [from, content] = [Math.trunc(first.value), toText(within)];
  const at = from < 1 || from > content.length + 1 ? -1 : content.indexOf(toText(part), from - 1);
  return at < 0 ? createError('#VALUE!') : createNumber(at + 1);
}

const MILLISECONDS_PER_DAY = 86_400_000;
/** Serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;
const DAYS_BETWEEN_EPOCHS = 1462;

function toUtcDate(serial: number, date1904: boolean): Date {
  return new Date(
    Math.round((serial - UNIX_EPOCH + (date1904 ? DAYS_BETWEEN_EPOCHS : 0)) * MILLISECONDS_PER_DAY),
  );
}

function weekday([value, type]: readonly RuntimeValue[], { date1904 }: DirectContext): Scalar {
  const number = toNumberArgument(value!);
  if (number.kind !== KIND.number) return number;
  const kind = type && type.kind !== KIND.blank ? toNumberArgument(type) : createNumber(1);
  if (kind.kind !== KIND.number) return kind;
  const day = toUtcDate(number.value, date1904).getUTCDay();
  if (kind.value === 1) return createNumber(day + 1);
  if (kind.value === 2) return createNumber(day === 0 ? 7 : day);
  if (kind.value === 3) return createNumber(day === 0 ? 6 : day - 1);
  if (kind.value < 11 || kind.value > 17) return createError('#NUM!');
  return createNumber(((((day - (kind.value - 10)) % 7) + 7) % 7) + 1);
}

function toNumberOrZero(value: Scalar): Scalar {
  if (value.kind === KIND.number || value.kind === KIND.error) return value;
  return createNumber(value.kind === KIND.boolean && value.value ? 1 : 0);
}

function not(value: Scalar): Scalar {
  const known = toBoolean(value);
  return known.kind === KIND.boolean ? createBoolean(!known.value) : known;
}

/** Functions that the simulator takes from the library's host functions under the same name. */
const HOST_NAMES = [
  'TEXT',
  'VALUE',
  'DATEVALUE',
  'YEAR',
  'MONTH',
  'DAY',
  'DATE',
  'FLOOR',
  'CEILING',
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'TODAY',
  'NOW',
  'WORKDAY',
  'WORKDAY.INTL',
  'NETWORKDAYS',
  'NETWORKDAYS.INTL',
];

/** The functions that are computed here, without the library; formulas of others go through it. */
export const DIRECT_FUNCTIONS: ReadonlyMap<string, DirectFunction> = new Map<string, DirectFunction>([
  ...Object.entries(CRITERIA_FUNCTIONS).map(([name, invoke]): [string, DirectFunction] => [
    name,
    define(2, 255, (args, { locale }) => invoke(args, locale)),
  ]),
  ...HOST_NAMES.map((name): [string, DirectFunction] => [
    name,
    define(0, 255, (args, { hostFunctions }) => {
      const host = hostFunctions.get(name)!;
      return args.length < host.minArity || args.length > host.maxArity
        ? createError('#VALUE!')
        : host.invoke([...args]);
    }),
  ]),
  ['SUM', define(1, 255, sum)],
  ['AVERAGE', define(1, 255, average)],
  [
    'MAX',
    define(
      1,
      255,
      createExtreme((value, best) => value > best),
    ),
  ],
  [
    'MIN',
    define(
      1,
      255,
      createExtreme((value, best) => value < best),
    ),
  ],
  ['COUNT', define(1, 255, count)],
  ['COUNTA', define(1, 255, countFilled)],
  ['SUMPRODUCT', define(1, 255, sumProduct)],
  [
    'AND',
    define(
      1,
      255,
      createLogical(true, (a, b) => a && b),
    ),
  ],
  [
    'OR',
    define(
      1,
      255,
      createLogical(false, (a, b) => a || b),
    ),
  ],
  ['NOT', define(1, 1, ([value]) => not(getFirstScalar(value!)))],
  [
    'SMALL',
    define(
      2,
      2,
      createRanked((values, rank) => values[rank - 1]),
    ),
  ],
  [
    'LARGE',
    define(
      2,
      2,
      createRanked((values, rank) => values[values.length - rank]),
    ),
  ],
  ['MATCH', define(2, 3, match)],
  ['INDEX', define(2, 3, index)],
  ['INT', defineNumeric((value) => createNumber(Math.floor(value)))],
  ['ABS', defineNumeric((value) => createNumber(Math.abs(value)))],
  ['N', define(1, 1, ([value]) => toNumberOrZero(getFirstScalar(value!)))],
  ['ISNUMBER', defineTest(({ kind }) => kind === KIND.number)],
  ['ISTEXT', defineTest(({ kind }) => kind === KIND.text)],
  ['ISBLANK', defineTest(({ kind }) => kind === KIND.blank)],
  ['ISERROR', defineTest(({ kind }) => kind === KIND.error)],
  ['ISNA', defineTest((value) => value.kind === KIND.error && value.code === '#N/A')],
  ['FIND', define(2, 3, find)],
  ['LEN', defineText(1, 1, (text) => createNumber(text.length))],
  [
    'LEFT',
    defineText(1, 2, (text, many = 1) =>
      many < 0 ? createError('#VALUE!') : createText(text.slice(0, Math.trunc(many))),
    ),
  ],
  [
    'RIGHT',
    defineText(1, 2, (text, many = 1) => {
      if (many < 0) return createError('#VALUE!');
      return createText(Math.trunc(many) === 0 ? '' : text.slice(-Math.trunc(many)));
    }),
  ],
  [
    'MID',
    defineText(3, 3, (text, start = 1, many = 0) => {
      const [from, length] = [Math.trunc(start) - 1, Math.trunc(many)];
      return from < 0 || length < 0 ? createError('#VALUE!') : createText(text.slice(from, from + length));
    }),
  ],
  ['TRIM', defineText(1, 1, (text) => createText(text.replace(/^ +| +$/g, '').replace(/ +/g, ' ')))],
  ['WEEKDAY', define(1, 2, weekday)],
  ['TRUE', define(0, 0, () => createBoolean(true))],
  ['FALSE', define(0, 0, () => createBoolean(false))],
  ['NA', define(0, 0, () => createError('#N/A'))],
]);
