import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import type { LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { LEDGER_TABLE, readLedgerEntry } from '../../consolidation/parquet/ledger-table';
import { createRowReader, type RowReader } from '../../consolidation/parquet/row-reader';
import {
  FINDINGS_TABLE,
  readFinding,
  readSourceFile,
  readUnitEntry,
  SOURCE_FILES_TABLE,
  UNITS_TABLE,
} from '../../consolidation/parquet/side-tables';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { err, ok, type Result } from '../../shared/result';
import { getErrorMessage } from '../files';
import { openLedgerFolder, TABLES_FOLDER } from './ledger-folder';
import type { Manifest, ManifestFile } from './manifest';

/**
 * The rows of one file, which is as large as the manifest says before it is read.
 *
 * @throws where it is not
 */
async function readParquetRows(
  path: string,
  { path: name, bytes: size }: ManifestFile,
): Promise<RowReader[]> {
  const about = await stat(path);
  if (!about.isFile() || about.size !== size) throw new Error(name);
  const bytes = await readFile(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return (await parquetReadObjects({ file })).map(createRowReader);
}

/** The rows of a table, file by file in the order of the manifest. */
async function* readTableRows(folder: string, { files }: Manifest, table: string): AsyncIterable<RowReader> {
  for (const file of files) {
    if (file.path.startsWith(`${table}/`))
      yield* await readParquetRows(join(folder, TABLES_FOLDER, file.path), file);
  }
}

async function collectRows<T>(rows: AsyncIterable<RowReader>, of: (row: RowReader) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(of(row));
  return found;
}

/**
 * What the last run left in a ledger's folder; null where there is none yet. The folder holds all that a run knows, so
 * that the next one reads unchanged files not at all, with or without a workbook.
 */
export async function readLedger(folder: string): Promise<Result<PreviousConsolidation | null>> {
  const opened = await openLedgerFolder(folder);
  if (!opened.ok) return opened;
  const manifest = opened.value;
  if (!manifest) return ok(null, opened.warnings);
  const { level, annex, fingerprint, asOf, reportDue } = manifest;
  const rows = (table: { name: string }): AsyncIterable<RowReader> =>
    readTableRows(folder, manifest, table.name);
  try {
    const sources = await collectRows(rows(SOURCE_FILES_TABLE), (row) => ({
      source: readSourceFile(row),
      decision: row.text('decision'),
    }));
    const units = await collectRows(rows(UNITS_TABLE), (row) => ({
      unit: readUnitEntry(row),
      listed: row.flag('listed'),
    }));
    const findings = await collectRows(rows(FINDINGS_TABLE), (row) => ({
      finding: readFinding(row),
      about: row.text('about'),
    }));
    const previous: PreviousConsolidation = {
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
      entries: await collectRows<LedgerEntry>(rows(LEDGER_TABLE), readLedgerEntry),
      drift: findings.filter(({ about }) => about === 'drift').map(({ finding }) => finding),
    };
    return ok(previous, opened.warnings);
  } catch (reason) {
    return err('ledger-damaged', { file: folder }, { part: getErrorMessage(reason) });
  }
}
