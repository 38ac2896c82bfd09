import type * as DuckDb from '@duckdb/node-api';
import { LEDGER_TABLE, type LedgerColumnName } from '../../consolidation/parquet/ledger-table';
import { err, ok, type Result } from '../../shared/result';
import { getErrorMessage } from '../files';
import { buildDuckDbView, LEDGER_TABLES } from './setup-scripts';

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
async function addMissingColumns(connection: DuckDb.DuckDBConnection, folder: string): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE ${LEDGER_TABLE.name}`);
  const names = new Set(described.getRowObjects().map((row) => String(row['column_name'])));
  if (names.has(DOCUMENT_COLUMN)) return;
  const view = buildDuckDbView(LEDGER_TABLE, folder);
  await connection.run(
    view
      .replace('CREATE VIEW', 'CREATE OR REPLACE VIEW')
      .replace('SELECT *', `SELECT *, '' AS ${DOCUMENT_COLUMN}`),
  );
}

/** Opens a ledger with DuckDB inside this process: nothing is installed, nothing is written. */
export async function openLedgerDatabase(folder: string): Promise<Result<LedgerDatabase>> {
  const duckdb = await loadDuckDb();
  if (!duckdb.ok) return duckdb;
  const instance = await duckdb.value.DuckDBInstance.create(':memory:');
  const connection: DuckDb.DuckDBConnection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const table of LEDGER_TABLES) await connection.run(buildDuckDbView(table, folder));
    await addMissingColumns(connection, folder);
  } catch (reason) {
    close();
    return err('ledger-damaged', { file: folder }, { part: getErrorMessage(reason).split('\n')[0] ?? '' });
  }
  return ok({
    rows: async (sql) =>
      (await (await connection.runAndReadAll(sql)).getRowObjects()).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toQueryValue(value)])),
      ),
    close,
  });
}
