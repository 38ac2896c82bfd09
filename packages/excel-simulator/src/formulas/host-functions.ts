import { dateFromSerial } from 'numfmt';
import { compareCellValues } from '../model/sort-range';
import type { CellValue } from '../model/types';
import { formatDisplayText, type Locale } from '../model/values/format-display-text';
import { parseTypedNumber } from '../model/values/parse-typed-number';
import { toSerialMoment } from '../model/values/serial-date';
import { CRITERIA_FUNCTIONS } from './criteria-functions';
import { toNumber } from './operators';
import {
  type ArrayValue,
  BLANK_SCALAR,
  createArray,
  createError,
  createNumber,
  createText,
  findCommonShape,
  getFirstScalar,
  isArrayValue,
  isErrorScalar,
  KIND,
  type RuntimeValue,
  type Scalar,
  toArrayValue,
} from './runtime-value';
import { evaluateNetworkdays, evaluateWorkday } from './workday-functions';

export type HostContext = { now: Date; locale: Locale; date1904?: boolean };
export type LibraryFunction = {
  minArity: number;
  maxArity: number;
  invoke: (args: RuntimeValue[]) => RuntimeValue;
};

function createFunction(
  minArity: number,
  maxArity: number,
  invoke: (args: RuntimeValue[]) => RuntimeValue,
): LibraryFunction {
  return { minArity, maxArity, invoke };
}

function toPlainValue(value: Scalar): CellValue {
  if (value.kind === KIND.blank) return '';
  if (value.kind === KIND.error) return { error: '#VALUE!' };
  return value.value;
}

function toScalarText(value: Scalar): string {
  return value.kind === KIND.blank ? '' : value.kind === KIND.error ? value.code : String(value.value);
}

/** A number as "&" writes it: fifteen digits at most, the locale's sign. */
function toConcatenatedText(value: Scalar, locale: Locale): Scalar {
  if (value.kind !== KIND.number) return value;
  const text = String(Number(value.value.toPrecision(15))).replace('e', 'E');
  return createText(locale === 'vi-VN' ? text.replace('.', ',') : text);
}

/** TEXT: the library's own garbles texts in quotes. A text that reads as a number is formatted as one. */
function evaluateText(value: Scalar, format: Scalar, locale: Locale): Scalar {
  if (isErrorScalar(value)) return value;
  if (isErrorScalar(format)) return format;
  const pattern = toScalarText(format);
  if (pattern === '') return createText('');
  const typed = value.kind === KIND.text ? parseTypedNumber(value.value.trim(), locale) : null;
  const shown = typed ? typed.value : value.kind === KIND.blank ? 0 : toPlainValue(value);
  return createText(formatDisplayText(shown, pattern, locale));
}

/** VALUE and DATEVALUE read texts in the locale, as typing does. */
function evaluateValue(value: Scalar, locale: Locale, now: Date): Scalar {
  if (value.kind === KIND.number || value.kind === KIND.error) return value;
  if (value.kind === KIND.blank) return createNumber(0);
  const typed = value.kind === KIND.text ? parseTypedNumber(value.value.trim(), locale, now) : null;
  return typed ? createNumber(typed.value) : createError('#VALUE!');
}

/** YEAR, MONTH, DAY: the library takes day 0, which is what a blank gives, for 31 December 1899. */
function evaluateDatePart(value: Scalar, part: 0 | 1 | 2, locale: Locale, now: Date): Scalar {
  const number =
    value.kind === KIND.boolean ? createNumber(Number(value.value)) : evaluateValue(value, locale, now);
  if (number.kind !== KIND.number) return number;
  const found = number.value < 0 ? undefined : dateFromSerial(Math.floor(number.value))?.[part];
  return found === undefined ? createError('#NUM!') : createNumber(found);
}

/** Half away from zero, on the decimal digits a person sees: 1.005 to two places is 1.01. */
function evaluateRound(value: Scalar, places: Scalar, round: (magnitude: number) => number): Scalar {
  if (isErrorScalar(value)) return value;
  if (isErrorScalar(places)) return places;
  const [number, digits] = [value, places].map((one) =>
    one.kind === KIND.number
      ? one.value
      : one.kind === KIND.boolean
        ? Number(one.value)
        : one.kind === KIND.blank
          ? 0
          : Number(toScalarText(one) || NaN),
  ) as [number, number];
  if (Number.isNaN(number) || Number.isNaN(digits)) return createError('#VALUE!');
  const by = Math.trunc(digits);
  const [mantissa, power = '0'] = Math.abs(number).toPrecision(15).split('e') as [string, string?];
  const integer = round(Number(`${mantissa}e${Number(power) + by}`));
  const rounded = Number(`${integer}e${-by}`);
  return createNumber(number < 0 ? -rounded : rounded);
}

/** How the magnitude of a number is rounded: ROUNDUP away from zero, ROUNDDOWN towards it. */
const ROUNDINGS: readonly [name: string, round: (magnitude: number) => number][] = [
  ['ROUND', Math.round],
  ['ROUNDUP', Math.ceil],
  ['ROUNDDOWN', Math.floor],
];

function readNumber(value: Scalar): number {
  const number = toNumber(value);
  return number.kind === KIND.number ? number.value : NaN;
}

function getError(values: readonly Scalar[]): Scalar | null {
  return values.find((value) => value.kind === KIND.error) ?? null;
}

/** FLOOR and CEILING (Microsoft): a negative number goes with the sign of the significance; the library rejects it. */
function evaluateMultiple(value: Scalar, significance: Scalar, isCeiling: boolean): Scalar {
  const error = getError([value, significance]);
  if (error) return error;
  const [number, step] = [readNumber(value), readNumber(significance)];
  if (Number.isNaN(number) || Number.isNaN(step)) return createError('#VALUE!');
  if (number === 0) return createNumber(0);
  if (step === 0) return isCeiling ? createNumber(0) : createError('#DIV/0!');
  if (number > 0 && step < 0) return createError('#NUM!');
  const quotient = Number((number / step).toPrecision(15));
  return createNumber(
    Number(((isCeiling ? Math.ceil(quotient) : Math.floor(quotient)) * step).toPrecision(15)),
  );
}

/** NPER also for a loan that grows: the library gives #NUM! for periods before the first. */
function evaluatePeriods(args: readonly Scalar[]): Scalar {
  const error = getError(args);
  if (error) return error;
  const [rate = 0, payment = 0, present = 0, future = 0, type = 0] = args.map(readNumber);
  if (rate === 0) return payment === 0 ? createError('#NUM!') : createNumber(-(present + future) / payment);
  const due = payment * (1 + (type === 0 ? 0 : rate));
  const periods = Math.log((due - future * rate) / (due + present * rate)) / Math.log(1 + rate);
  return Number.isFinite(periods) ? createNumber(periods) : createError('#NUM!');
}

/** DATE: Excel has a 29 February 1900, so earlier days count one less. */
function evaluateDate(args: readonly Scalar[], date1904: boolean): Scalar {
  const error = getError(args);
  if (error) return error;
  const [year, month, day] = args.map(readNumber) as [number, number, number];
  if ([year, month, day].some(Number.isNaN)) return createError('#VALUE!');
  let y = Math.trunc(year);
  if (y < 0 || y > 9999) return createError('#NUM!');
  if (y < 1900) y += 1900;
  if (y === 1900 && month === 2 && day === 29) return createNumber(LEAP_DAY_1900);
  const serial = UNIX_EPOCH + Date.UTC(y, month - 1, day) / MILLISECONDS_PER_DAY;
  if (date1904) return createNumber(serial - DAYS_BETWEEN_EPOCHS);
  const counted = serial <= LEAP_DAY_1900 ? serial - 1 : serial;
  return counted < 0 ? createError('#NUM!') : createNumber(counted);
}

const MILLISECONDS_PER_DAY = 86_400_000;
/** Serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;
const DAYS_BETWEEN_EPOCHS = 1462;
const LEAP_DAY_1900 = 60;

/** Sorts rows (or columns) as Excel does in Vietnamese; blanks last. */
function sortRows(array: ArrayValue, keys: readonly ArrayValue[], orders: readonly number[]): ArrayValue {
  const compare = (a: number, b: number): number => {
    for (const [index, key] of keys.entries()) {
      const [left, right] = [toPlainValue(key.rows[a]![0]!), toPlainValue(key.rows[b]![0]!)];
      if (left === '' || right === '') {
        if (left !== right) return left === '' ? 1 : -1;
        continue;
      }
      const order = compareCellValues(left, right);
      if (order !== 0) return order * (orders[index] ?? 1);
    }
    return a - b;
  };
  const order = array.rows.map((_, index) => index).sort(compare);
  return createArray(order.map((index) => array.rows[index]!));
}

function transposeArray(array: ArrayValue): ArrayValue {
  return createArray(
    Array.from({ length: array.width }, (_, column) => array.rows.map((row) => row[column]!)),
  );
}

function readNumbers(value: RuntimeValue | undefined, otherwise: number): number[] {
  return value === undefined
    ? [otherwise]
    : toArrayValue(value)
        .rows.flat()
        .map((one) => (one.kind === KIND.number ? one.value : otherwise));
}

function getArrayColumn(array: ArrayValue, index: number): ArrayValue {
  return createArray(array.rows.map((row) => [row[index]!]));
}

function evaluateSort(args: RuntimeValue[]): RuntimeValue {
  const byColumns = args[3] !== undefined && toPlainValue(getFirstScalar(args[3])) === true;
  const source = byColumns ? transposeArray(toArrayValue(args[0]!)) : toArrayValue(args[0]!);
  const indexes = readNumbers(args[1], 1);
  const orders = readNumbers(args[2], 1);
  if (
    indexes.some((index) => index < 1 || index > source.width) ||
    orders.some((order) => Math.abs(order) !== 1)
  ) {
    return createError('#VALUE!');
  }
  const sorted = sortRows(
    source,
    indexes.map((index) => getArrayColumn(source, index - 1)),
    orders,
  );
  return byColumns ? transposeArray(sorted) : sorted;
}

function evaluateSortBy(args: RuntimeValue[]): RuntimeValue {
  const source = toArrayValue(args[0]!);
  const keys: ArrayValue[] = [];
  const orders: number[] = [];
  for (let at = 1; at < args.length; at += 2) {
    const key = toArrayValue(args[at]!);
    if (key.height !== source.height || key.width !== 1) return createError('#VALUE!');
    keys.push(key);
    orders.push(readNumbers(args[at + 1], 1)[0]!);
  }
  return sortRows(source, keys, orders);
}

/** HOST_SPREAD(i, a, b, …): argument i stretched to the shape that all of them fit. */
function broadcastArgument(args: RuntimeValue[]): RuntimeValue {
  const [index, ...others] = args;
  const arrays = others.map(toArrayValue);
  const { height, width } = findCommonShape(arrays);
  const own =
    arrays[getFirstScalar(index!).kind === KIND.number ? Number(toPlainValue(getFirstScalar(index!))) : 0]!;
  if (own.height === height && own.width === width) return own;
  return createArray(
    Array.from({ length: height }, (_, row) =>
      Array.from(
        { length: width },
        (__, at) => own.rows[own.height === 1 ? 0 : row]?.[own.width === 1 ? 0 : at] ?? createError('#N/A'),
      ),
    ),
  );
}

/**
 * Functions the library takes from the host: those it computes otherwise than Excel, those that need the host's
 * clock, and the compiler's own (HOST_…) that do not read the model.
 */
export function createHostFunctions({
  now,
  locale,
  date1904 = false,
}: HostContext): Map<string, LibraryFunction> {
  const criteria = Object.entries(CRITERIA_FUNCTIONS).map(([name, invoke]): [string, LibraryFunction] => [
    name,
    createFunction(2, 255, (args) => invoke(args, locale)),
  ]);
  return new Map<string, LibraryFunction>([
    ...criteria,
    ['TODAY', createFunction(0, 0, () => createNumber(Math.floor(toSerialMoment(now))))],
    ['NOW', createFunction(0, 0, () => createNumber(toSerialMoment(now)))],
    [
      'TEXT',
      createFunction(2, 2, ([value, format]) =>
        evaluateText(getFirstScalar(value!), getFirstScalar(format!), locale),
      ),
    ],
    ['VALUE', createFunction(1, 1, ([value]) => evaluateValue(getFirstScalar(value!), locale, now))],
    [
      'DATEVALUE',
      createFunction(1, 1, ([value]) => {
        const read = evaluateValue(getFirstScalar(value!), locale, now);
        return read.kind === KIND.number ? createNumber(Math.floor(read.value)) : read;
      }),
    ],
    ['YEAR', createFunction(1, 1, ([value]) => evaluateDatePart(getFirstScalar(value!), 0, locale, now))],
    ['MONTH', createFunction(1, 1, ([value]) => evaluateDatePart(getFirstScalar(value!), 1, locale, now))],
    ['DAY', createFunction(1, 1, ([value]) => evaluateDatePart(getFirstScalar(value!), 2, locale, now))],
    ...ROUNDINGS.map(([name, round]): [string, LibraryFunction] => [
      name,
      createFunction(2, 2, ([value, places]) =>
        evaluateRound(getFirstScalar(value!), getFirstScalar(places!), round),
      ),
    ]),
    ...['FLOOR', 'CEILING'].map((name): [string, LibraryFunction] => [
      name,
      createFunction(2, 2, ([value, step]) =>
        evaluateMultiple(getFirstScalar(value!), getFirstScalar(step!), name === 'CEILING'),
      ),
    ]),
    ['NPER', createFunction(3, 5, (args) => evaluatePeriods(args.map(getFirstScalar)))],
    ...[false, true].flatMap((hasWeekend): [string, LibraryFunction][] => {
      const [suffix, many] = hasWeekend ? ['.INTL', 4] : ['', 3];
      return [
        [
          `WORKDAY${suffix}`,
          createFunction(2, many, (args) => evaluateWorkday(args, { now, locale, date1904 }, hasWeekend)),
        ],
        [
          `NETWORKDAYS${suffix}`,
          createFunction(2, many, (args) => evaluateNetworkdays(args, { now, locale, date1904 }, hasWeekend)),
        ],
      ];
    }),
    ['DATE', createFunction(3, 3, (args) => evaluateDate(args.map(getFirstScalar), date1904))],
    ['SORT', createFunction(1, 4, evaluateSort)],
    ['SORTBY', createFunction(2, 255, evaluateSortBy)],
    [
      'HOST_ERROR',
      createFunction(1, 1, ([code]) => ({ kind: KIND.error, code: toScalarText(getFirstScalar(code!)) })),
    ],
    [
      'HOST_TEXT',
      createFunction(1, 1, ([value]) =>
        isArrayValue(value!)
          ? { ...value, rows: value.rows.map((row) => row.map((cell) => toConcatenatedText(cell, locale))) }
          : toConcatenatedText(value!, locale),
      ),
    ],
    ['HOST_CELL', createFunction(1, 1, ([value]) => toArrayValue(value!))],
    [
      'HOST_FIRST',
      createFunction(1, 1, ([value]) =>
        isArrayValue(value!) ? getFirstScalar(value) : (value ?? BLANK_SCALAR),
      ),
    ],
    [
      'HOST_SINGLE',
      createFunction(1, 1, ([value]) =>
        toArrayValue(value!).height * toArrayValue(value!).width === 1
          ? getFirstScalar(value!)
          : createError('#VALUE!'),
      ),
    ],
    ['HOST_SPREAD', createFunction(2, 255, broadcastArgument)],
  ]);
}
