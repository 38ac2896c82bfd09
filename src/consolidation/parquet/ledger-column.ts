import { countDaysBetween, type IsoDate, parseIsoDate } from '../../shared/dates';

/**
 * What stands in a column: `text` is UTF-8, '' where blank; `date` a day without time; `time` a moment in UTC, to the
 * millisecond; `whole` 32 bits; `number` 64-bit floating point; `flag` true or false.
 */
export type ColumnType = 'text' | 'date' | 'time' | 'whole' | 'number' | 'flag';

/** A cell as Parquet stores it: days and milliseconds since 1970-01-01. */
export type StoredValue = string | number | bigint | boolean | null;

/** A column of a table of the ledger as data; the words on what it means are in locales. */
export type LedgerColumn<Row, Name extends string = string> = {
  /** Lower case, with `_`: the same in engines that fold names and in those that do not. */
  name: Name;
  type: ColumnType;
  /** Whether it may be NULL; blank text is '' instead. */
  nullable: boolean;
  getValue: (row: Row) => StoredValue;
};

export type LedgerTable<Row> = {
  name: string;
  columns: readonly LedgerColumn<Row>[];
};

const EPOCH = '1970-01-01';

/** Days since 1970-01-01; null where blank or no date. */
function toStoredDate(date: IsoDate): number | null {
  return date !== '' && parseIsoDate(date) ? countDaysBetween(EPOCH, date) : null;
}

/** Milliseconds since 1970-01-01; null where blank or no time. */
function toStoredTime(time: string): bigint | null {
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : BigInt(at);
}

export function createTextColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => string,
): LedgerColumn<Row, Name> {
  return { name, type: 'text', nullable: false, getValue: of };
}

export function createNullableTextColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => string | null,
): LedgerColumn<Row, Name> {
  return { name, type: 'text', nullable: true, getValue: of };
}

export function createDateColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => IsoDate,
): LedgerColumn<Row, Name> {
  return { name, type: 'date', nullable: true, getValue: (row) => toStoredDate(of(row)) };
}

export function createTimeColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => string,
): LedgerColumn<Row, Name> {
  return { name, type: 'time', nullable: true, getValue: (row) => toStoredTime(of(row)) };
}

export function createIntegerColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => number,
): LedgerColumn<Row, Name> {
  return { name, type: 'whole', nullable: false, getValue: of };
}

export function createNumberColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => number,
): LedgerColumn<Row, Name> {
  return { name, type: 'number', nullable: false, getValue: of };
}

export function createFlagColumn<Row, const Name extends string>(
  name: Name,
  of: (row: Row) => boolean,
): LedgerColumn<Row, Name> {
  return { name, type: 'flag', nullable: false, getValue: of };
}
