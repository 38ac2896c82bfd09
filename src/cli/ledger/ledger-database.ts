import type * as DuckDb from '@duckdb/node-api';
import { LEDGER_TABLE, type LedgerColumnName } from '../../consolidation/parquet/ledger-table';
import { UNITS_TABLE } from '../../consolidation/parquet/side-tables';
import { err, ok, type Result } from '../../shared/result';
import { getErrorMessage } from '../files';
import { buildDuckDbSource, LEDGER_TABLES } from './setup-scripts';

/** Values as JSON has them: whole numbers as numbers, days as ISO text. */
export type QueryValue = string | number | boolean | null;
export type QueryRow = Record<string, QueryValue>;

const DOCUMENT_COLUMN: LedgerColumnName = 'document';

export type LedgerDatabase = {
  rows: (sql: string) => Promise<QueryRow[]>;
  close: () => void;
};

function toQueryValue(value: unknown): QueryValue {
  return typeof value === 'bigint'
    ? Number(value)
    : value === null || typeof value === 'number' || typeof value === 'boolean'
      ? (value as QueryValue)
      : String(value);
}

/** DuckDB comes as a binary for each platform; where there is none, this says so instead of failing. */
async function loadDuckDb(): Promise<Result<typeof DuckDb>> {
  try {
    return ok(await import('@duckdb/node-api'));
  } catch (reason) {
    return err(
      'no-duckdb',
      {},
      { platform: `${process.platform}-${process.arch}`, reason: getErrorMessage(reason) },
    );
  }
}

/** A ledger of the first version of the tables has no documents: the queries find the column blank. */
async function addMissingColumns(connection: DuckDb.DuckDBConnection): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE ${LEDGER_TABLE.name}`);
  const names = new Set(described.getRowObjects().map((row) => String(row['column_name'])));
  if (names.has(DOCUMENT_COLUMN)) return;
  const whole = `${LEDGER_TABLE.name}_of_all_versions`;
  await connection.run(`ALTER VIEW ${LEDGER_TABLE.name} RENAME TO ${whole}`);
  await connection.run(
    `CREATE VIEW ${LEDGER_TABLE.name} AS SELECT *, '' AS ${DOCUMENT_COLUMN} FROM ${whole}`,
  );
}

type AnyTable = (typeof LEDGER_TABLES)[number];

/**
 * A view over a table of all folders; `part` says which. Each may hold the whole list of units: a unit is one line, the
 * one of the list where any folder has it there.
 */
function buildView(table: AnyTable, folders: readonly string[]): string {
  const [first, ...others] = folders.map((folder) => buildDuckDbSource(table, folder));
  const view = `CREATE VIEW ${table.name} AS`;
  if (others.length === 0) return `${view} SELECT * FROM ${first}`;
  const rows = [first, ...others]
    .map((source, part) => `SELECT *, ${part} AS part FROM ${source}`)
    .join(' UNION ALL BY NAME ');
  return table.name === UNITS_TABLE.name
    ? `${view} SELECT DISTINCT ON (code) * FROM (${rows}) ORDER BY code, listed DESC, part`
    : `${view} ${rows}`;
}

/** Opens ledgers as one with DuckDB inside this process: nothing is installed, nothing is written. */
export async function openLedgerDatabase(folders: readonly string[]): Promise<Result<LedgerDatabase>> {
  const duckdb = await loadDuckDb();
  if (!duckdb.ok) return duckdb;
  const instance = await duckdb.value.DuckDBInstance.create(':memory:');
  const connection: DuckDb.DuckDBConnection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const table of LEDGER_TABLES) await connection.run(buildView(table, folders));
    await addMissingColumns(connection);
  } catch (reason) {
    close();
    return err(
      'ledger-damaged',
      { file: folders.join(', ') },
      { part: getErrorMessage(reason).split('\n')[0] ?? '' },
    );
  }
  return ok({
    rows: async (sql) =>
      (await (await connection.runAndReadAll(sql)).getRowObjects()).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toQueryValue(value)])),
      ),
    close,
  });
}
