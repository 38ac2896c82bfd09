import type * as DuckDb from '@duckdb/node-api';
import { done, refuse } from '../../annex/outcome';
import type { Result } from '../../annex/problem';
import { messageOf } from '../files';
import { LEDGER_TABLES, duckDbView } from './set-up';

/** Values as JSON has them: whole numbers as numbers, days as ISO text. */
export type QueryValue = string | number | boolean | null;
export type QueryRow = Record<string, QueryValue>;

export type LedgerDatabase = {
  rows: (sql: string) => Promise<QueryRow[]>;
  close: () => void;
};

function plain(value: unknown): QueryValue {
  return typeof value === 'bigint'
    ? Number(value)
    : value === null || typeof value === 'number' || typeof value === 'boolean'
      ? (value as QueryValue)
      : String(value);
}

/** DuckDB comes as a binary for each platform; where there is none, this says so instead of failing. */
async function load(): Promise<Result<typeof DuckDb>> {
  try {
    return done(await import('@duckdb/node-api'));
  } catch (reason) {
    return refuse(
      'no-duckdb',
      {},
      { platform: `${process.platform}-${process.arch}`, reason: messageOf(reason) },
    );
  }
}

/** Opens a ledger with DuckDB inside this process: nothing is installed, nothing is written. */
export async function openLedgerDatabase(folder: string): Promise<Result<LedgerDatabase>> {
  const duckdb = await load();
  if (!duckdb.ok) return duckdb;
  const instance = await duckdb.value.DuckDBInstance.create(':memory:');
  const connection: DuckDb.DuckDBConnection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const table of LEDGER_TABLES) await connection.run(duckDbView(table, folder));
  } catch (reason) {
    close();
    return refuse('ledger-damaged', { file: folder }, { part: messageOf(reason).split('\n')[0] ?? '' });
  }
  return done({
    rows: async (sql) =>
      (await (await connection.runAndReadAll(sql)).getRowObjects()).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
      ),
    close,
  });
}
