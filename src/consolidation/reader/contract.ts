import { toMatchKey } from '../../annex/text';
import type { Edition } from '../../annex/types';
import type { CellValue, ProgressField, TaskField } from '../types';

/** How a table of ours is known: by its name, else by its headers. */
export type TableContract<Field extends string> = {
  table: string;
  /** The header we write first, then what clerks call the column. */
  headers: Readonly<Record<Field, readonly string[]>>;
  /** Columns without which it is not this table. */
  needed: readonly Field[];
};

/** What the hidden sheet says. */
export type BookFacts = {
  unit: { code: string; name: string; aliases?: readonly string[] };
  edition: Edition;
  fingerprint: string;
  /** ISO time of the last thing that was done with the add-in; ''. */
  savedAt: string;
};

/** What our school workbooks look like: handed in by the room that writes them. */
export type BookContract = {
  recordSheet: string;
  /** Columns of the hidden sheet that `readRecord` needs, from the left. */
  recordColumns: number;
  /** Null where the sheet is not ours. */
  readRecord: (cells: readonly (readonly CellValue[])[]) => BookFacts | null;
  tasks: TableContract<TaskField>;
  progress: TableContract<ProgressField>;
};

type Name<Field> = { field: Field; rank: number };

/** The fields that headers name, for looking up: a key's best rank wins. */
export type HeaderNames<Field extends string> = ReadonlyMap<string, readonly Name<Field>[]>;

const known = new WeakMap<object, HeaderNames<string>>();

/** Built once a contract. */
export function headerNames<Field extends string>(contract: TableContract<Field>): HeaderNames<Field> {
  const former = known.get(contract) as HeaderNames<Field> | undefined;
  if (former) return former;
  const names = new Map<string, Name<Field>[]>();
  for (const field of Object.keys(contract.headers) as Field[]) {
    contract.headers[field].forEach((header, index) => {
      const key = toMatchKey(header);
      names.set(key, [...(names.get(key) ?? []), { field, rank: Math.min(index, 1) }]);
    });
  }
  known.set(contract, names);
  return names;
}

type Headers = readonly { column: number; value: CellValue }[];
type Columns<Field extends string> = Readonly<Partial<Record<Field, number>>>;

/** Most workbooks have the very same headers. */
const remembered = new WeakMap<object, Map<string, Columns<string>>>();

/**
 * Which columns the headers name: ours first, then other names; each field and each column once, from the left.
 * `headers` are pairs of column and text.
 */
export function columnsOf<Field extends string>(
  headers: Headers,
  contract: TableContract<Field>,
): Columns<Field> {
  const former = remembered.get(contract) ?? new Map<string, Columns<string>>();
  remembered.set(contract, former);
  let key = '';
  for (const { column, value } of headers) key += `${column}:${value}\n`;
  const known = former.get(key) as Columns<Field> | undefined;
  if (known) return known;
  if (former.size > MOST_KEYS) former.clear();
  const columns = tellColumns(headers, contract);
  former.set(key, columns);
  return columns;
}

function tellColumns<Field extends string>(headers: Headers, contract: TableContract<Field>): Columns<Field> {
  const names = headerNames(contract);
  const meanings = headers.flatMap(({ column, value }) =>
    (names.get(keyOf(value)) ?? []).map(({ field, rank }) => ({ field, rank, column })),
  );
  const columns: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  for (const wanted of [0, 1]) {
    for (const { field, rank, column } of meanings) {
      if (rank !== wanted || columns[field] !== undefined || taken.has(column)) continue;
      columns[field] = column;
      taken.add(column);
    }
  }
  return columns;
}

/** Headers are few and the same in every file. */
const keys = new Map<CellValue, string>();
const MOST_KEYS = 2_000;

function keyOf(value: CellValue): string {
  if (typeof value !== 'string' || value.length > 80) return '';
  let key = keys.get(value);
  if (key === undefined) {
    if (keys.size > MOST_KEYS) keys.clear();
    keys.set(value, (key = toMatchKey(value)));
  }
  return key;
}
