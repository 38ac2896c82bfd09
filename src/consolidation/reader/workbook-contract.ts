import type { TrackedDocument } from '../../annex/tracked-document';
import type { Edition } from '../../annex/types';
import { toMatchKey } from '../../shared/text';
import type { CellValue, ProgressField, TaskField } from '../types';

/** How a table of the add-in is recognised: by its name, else by its headers. */
export type TableContract<Field extends string> = {
  table: string;
  /** The header we write first, then what clerks call the column. */
  headers: Readonly<Record<Field, readonly string[]>>;
  /** Columns without which it is not this table. */
  requiredFields: readonly Field[];
};

/** What the hidden sheet says. */
export type WorkbookMetadata = {
  unit: { code: string; name: string; aliases?: readonly string[] };
  edition: Edition;
  fingerprint: string;
  /** Where there are several, in the order of their first import; edition and fingerprint are those of the first. */
  documents?: readonly TrackedDocument[];
  /** ISO time of the last thing that was done with the add-in; ''. */
  savedAt: string;
};

/** What our school workbooks look like: passed in by the layer that writes them. */
export type WorkbookContract = {
  metadataSheet: string;
  /** Columns of the hidden sheet that `readRecord` needs, from the left. */
  metadataColumnCount: number;
  /** Null where the sheet was not written by the add-in. */
  parseMetadata: (cells: readonly (readonly CellValue[])[]) => WorkbookMetadata | null;
  tasks: TableContract<TaskField>;
  /** Header of the column that says which document a task is of, in a workbook of several. */
  documentHeader: string;
  progress: TableContract<ProgressField>;
  /** What stands in `bound` of a row of the log that is kept, but not asked for any more. */
  untracked: string;
};

type HeaderMeaning<Field> = { field: Field; rank: number };

/** The fields that headers name, for looking up: a key's best rank wins. */
type HeaderIndex<Field extends string> = ReadonlyMap<string, readonly HeaderMeaning<Field>[]>;

const headerIndexCache = new WeakMap<object, HeaderIndex<string>>();

/** Built once a contract. */
function getHeaderIndex<Field extends string>(contract: TableContract<Field>): HeaderIndex<Field> {
  const cached = headerIndexCache.get(contract) as HeaderIndex<Field> | undefined;
  if (cached) return cached;
  const names = new Map<string, HeaderMeaning<Field>[]>();
  for (const field of Object.keys(contract.headers) as Field[]) {
    contract.headers[field].forEach((header, index) => {
      const key = toMatchKey(header);
      names.set(key, [...(names.get(key) ?? []), { field, rank: Math.min(index, 1) }]);
    });
  }
  headerIndexCache.set(contract, names);
  return names;
}

type HeaderCells = readonly { column: number; value: CellValue }[];
type ColumnsByField<Field extends string> = Readonly<Partial<Record<Field, number>>>;

/** Most workbooks have the very same headers. */
const columnsCache = new WeakMap<object, Map<string, ColumnsByField<string>>>();

/**
 * Finds the columns that the headers name: the printed header first, then other names; each field and each column once, from the left.
 * `headers` are pairs of column and text.
 */
export function findContractColumns<Field extends string>(
  headers: HeaderCells,
  contract: TableContract<Field>,
): ColumnsByField<Field> {
  const cached = columnsCache.get(contract) ?? new Map<string, ColumnsByField<string>>();
  columnsCache.set(contract, cached);
  let key = '';
  for (const { column, value } of headers) key += `${column}:${value}\n`;
  const known = cached.get(key) as ColumnsByField<Field> | undefined;
  if (known) return known;
  if (cached.size > MAX_CACHED_KEYS) cached.clear();
  const columns = detectContractColumns(headers, contract);
  cached.set(key, columns);
  return columns;
}

function detectContractColumns<Field extends string>(
  headers: HeaderCells,
  contract: TableContract<Field>,
): ColumnsByField<Field> {
  const names = getHeaderIndex(contract);
  const meanings = headers.flatMap(({ column, value }) =>
    (names.get(getHeaderKey(value)) ?? []).map(({ field, rank }) => ({ field, rank, column })),
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
const HEADER_KEY_CACHE = new Map<CellValue, string>();
const MAX_CACHED_KEYS = 2_000;

function getHeaderKey(value: CellValue): string {
  if (typeof value !== 'string' || value.length > 80) return '';
  let key = HEADER_KEY_CACHE.get(value);
  if (key === undefined) {
    if (HEADER_KEY_CACHE.size > MAX_CACHED_KEYS) HEADER_KEY_CACHE.clear();
    HEADER_KEY_CACHE.set(value, (key = toMatchKey(value)));
  }
  return key;
}
