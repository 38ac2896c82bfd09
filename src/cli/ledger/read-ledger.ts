import { parquetReadObjects } from 'hyparquet';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, refuse } from '../../annex/outcome';
import type { Result } from '../../annex/problem';
import type { LedgerEntry } from '../../consolidation/ledger/entry';
import { entryOfLedgerRow, ledgerTable } from '../../consolidation/parquet/ledger-table';
import { readRow } from '../../consolidation/parquet/read-values';
import type { ReadRow } from '../../consolidation/parquet/read-values';
import {
  findingOfRow,
  findingsTable,
  sourceOfRow,
  sourcesTable,
  unitOfRow,
  unitsTable,
} from '../../consolidation/parquet/side-tables';
import type { Previous } from '../../consolidation/rerun/previous';
import { messageOf } from '../files';
import { TABLES, openLedgerFolder } from './folder';
import type { Manifest } from './manifest';

async function rowsOfFile(path: string): Promise<ReadRow[]> {
  const bytes = await readFile(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return (await parquetReadObjects({ file })).map(readRow);
}

/** The rows of a table, file by file in the order of the manifest. */
async function* rowsOf(folder: string, { files }: Manifest, table: string): AsyncIterable<ReadRow> {
  for (const { path } of files) {
    if (path.startsWith(`${table}/`)) yield* await rowsOfFile(join(folder, TABLES, path));
  }
}

async function all<T>(rows: AsyncIterable<ReadRow>, of: (row: ReadRow) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(of(row));
  return found;
}

/**
 * What the last run left in a ledger's folder; null where there is none yet. The folder holds all that a run knows, so
 * that the next one reads unchanged files not at all, with or without a workbook.
 */
export async function readLedger(folder: string): Promise<Result<Previous | null>> {
  const opened = await openLedgerFolder(folder);
  if (!opened.ok) return opened;
  const manifest = opened.value;
  if (!manifest) return done(null, opened.warnings);
  const { level, annex, fingerprint, asOf, reportDue } = manifest;
  const rows = (table: { name: string }): AsyncIterable<ReadRow> => rowsOf(folder, manifest, table.name);
  try {
    const sources = await all(rows(sourcesTable), (row) => ({
      source: sourceOfRow(row),
      decision: row.text('decision'),
    }));
    const units = await all(rows(unitsTable), (row) => ({
      unit: unitOfRow(row),
      listed: row.flag('listed'),
    }));
    const findings = await all(rows(findingsTable), (row) => ({
      finding: findingOfRow(row),
      about: row.text('about'),
    }));
    const previous: Previous = {
      level,
      annex,
      fingerprint,
      asOf,
      reportDue,
      units: units.filter(({ listed }) => listed).map(({ unit }) => unit),
      sources: sources.map(({ source }) => source),
      decisions: new Map(
        sources
          .filter(({ decision }) => decision !== '')
          .map(({ source, decision }) => [source.sha256, decision]),
      ),
      entries: await all<LedgerEntry>(rows(ledgerTable), entryOfLedgerRow),
      drift: findings.filter(({ about }) => about === 'drift').map(({ finding }) => finding),
    };
    return done(previous, opened.warnings);
  } catch (reason) {
    return refuse('ledger-damaged', { file: folder }, { part: messageOf(reason) });
  }
}
