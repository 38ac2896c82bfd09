import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import type { LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import type { LedgerTable } from '../../consolidation/parquet/ledger-column';
import { createLedgerRowMapper, LEDGER_TABLE } from '../../consolidation/parquet/ledger-table';
import { createEntryBranchResolver, formatBranchFolder } from '../../consolidation/parquet/resolve-branch';
import {
  type FindingRow,
  FINDINGS_TABLE,
  SOURCE_FILES_TABLE,
  type UnitRow,
  UNITS_TABLE,
} from '../../consolidation/parquet/side-tables';
import { writePartitions, type WrittenFile } from '../../consolidation/parquet/write-partitions';
import { describeFinding } from '../../i18n/describe-finding';
import { isEqual } from '../../shared/is-equal';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import { getErrorReason, isSystemError, readBytes } from '../files';
import { removeLeftovers } from '../output-claims';
import { withOutput, writeBytes } from '../output-file';
import { describeLedger } from './describe-ledger';
import { beginTables, type NewTables, openLedgerFolder } from './ledger-folder';
import { LEDGER_SCHEMA, type Manifest, type ManifestFile } from './manifest';
import { composeQuery, QUERIES } from './queries';
import { SETUP_SCRIPTS } from './setup-scripts';

/** What a ledger is written of; its entries may come one by one and never stand in memory together. */
export type LedgerContents = Omit<Consolidation, 'entries'> & {
  entries: Iterable<LedgerEntry> | AsyncIterable<LedgerEntry>;
};

export type LedgerWritten = { rows: number; files: number; bytes: number; changed: boolean };

/** The units of the list, then those that sent without being on it. */
function* buildUnitRows({ units, sources }: LedgerContents): Iterable<UnitRow> {
  const listed = new Set(units.map(({ code }) => code));
  let order = 0;
  for (const unit of units) yield { unit, order: (order += 1), listed: true };
  for (const { unit: code, unitName, state } of sources) {
    if (state !== 'used' || listed.has(code)) continue;
    listed.add(code);
    const unit = {
      code,
      name: unitName,
      aliases: [],
      kind: '',
      parent: '',
      validFrom: '',
      validTo: '',
    };
    yield { unit, order: (order += 1), listed: false };
  }
}

function* buildFindingRows({ findings, drift }: LedgerContents): Iterable<FindingRow> {
  for (const finding of findings) yield { finding, about: 'row', message: describeFinding('vi', finding) };
  for (const finding of drift) yield { finding, about: 'drift', message: describeFinding('vi', finding) };
}

/** Those of one branch together, where they stand in memory: large row groups read faster. */
function groupByBranch(
  entries: LedgerContents['entries'],
  getBranch: (entry: LedgerEntry) => string,
): LedgerContents['entries'] {
  if (!Array.isArray(entries)) return entries;
  const branches = new Map<string, LedgerEntry[]>();
  for (const entry of entries as LedgerEntry[]) {
    const branch = branches.get(getBranch(entry));
    if (branch) branch.push(entry);
    else branches.set(getBranch(entry), [entry]);
  }
  return [...branches.values()].flat();
}

async function* mapEntries<Row>(
  entries: LedgerContents['entries'],
  toRow: (entry: LedgerEntry) => Row,
): AsyncIterable<Row> {
  for await (const entry of entries) yield toRow(entry);
}

function writeUnpartitioned<Row>(table: LedgerTable<Row>, rows: Iterable<Row>, { open }: NewTables) {
  return writePartitions(rows, { table, getFolder: () => '', emptyFolder: '', open });
}

/** Who consolidated before: in a ledger that stands in memory, those who sent for others. */
function findLowerLevels({ entries }: LedgerContents): Set<string> {
  return new Set(
    (Array.isArray(entries) ? (entries as LedgerEntry[]) : [])
      .filter(({ sender, unit }) => sender !== unit)
      .map(({ sender }) => sender),
  );
}

async function writeTables(book: LedgerContents, tables: NewTables): Promise<WrittenFile[]> {
  const branch = createEntryBranchResolver(book.units, book.level, findLowerLevels(book));
  return [
    ...(await writePartitions(
      mapEntries(groupByBranch(book.entries, branch), createLedgerRowMapper(book.annex)),
      {
        table: LEDGER_TABLE,
        getFolder: ({ entry }) => formatBranchFolder(branch(entry)),
        emptyFolder: formatBranchFolder(''),
        open: tables.open,
      },
    )),
    ...(await writeUnpartitioned(UNITS_TABLE, buildUnitRows(book), tables)),
    ...(await writeUnpartitioned(
      SOURCE_FILES_TABLE,
      book.sources.map((source) => ({ source, decision: book.decisions.get(source.sha256) ?? '' })),
      tables,
    )),
    ...(await writeUnpartitioned(FINDINGS_TABLE, buildFindingRows(book), tables)),
  ];
}

async function hashFileStream(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function listManifestFiles(
  written: readonly WrittenFile[],
  tables: NewTables,
): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const { path, rows } of written) {
    const at = tables.path(path);
    files.push({ path, rows, bytes: (await stat(at)).size, sha256: await hashFileStream(at) });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files beside the tables that follow from them: the description and the SQL, each written wholly or not at all. */
async function writeGuide(folder: string, manifest: Manifest): Promise<Result<null>> {
  const guides: [string, string][] = [
    ['README.md', describeLedger(manifest)],
    ...QUERIES.map((name): [string, string] => [
      join('sql', `${name}.sql`),
      composeQuery(name, manifest.asOf),
    ]),
    ...Object.entries(SETUP_SCRIPTS).map(([engine, text]): [string, string] => [
      join('sql', 'mo', `${engine}.sql`),
      text(),
    ]),
  ];
  for (const part of ['', 'sql', join('sql', 'mo')]) await removeLeftovers(join(folder, part));
  for (const [name, text] of guides) {
    const path = join(folder, name);
    const bytes = new TextEncoder().encode(text);
    const stands = await readBytes(path);
    if (stands.ok && Buffer.compare(stands.value, bytes) === 0) continue;
    await mkdir(dirname(path), { recursive: true });
    const written = await writeBytes(path, bytes);
    if (!written.ok) return written;
  }
  return ok(null);
}

type ReplacedTables = { manifest: Manifest; changed: boolean };

/** What stands after a failure decides what is said: the ledger as it was, the new one after all, or neither. */
async function judgeFailure(
  folder: string,
  before: Manifest | null,
  manifest: Manifest | null,
  reason: string,
): Promise<Result<ReplacedTables>> {
  const stands = await openLedgerFolder(folder);
  if (stands.ok && manifest && isEqual(stands.value, manifest)) return ok({ manifest, changed: true });
  const isUntouched = stands.ok && isEqual(stands.value, before);
  return err(isUntouched ? 'file-not-writable' : 'ledger-interrupted', { file: folder }, { reason });
}

/** Makes new tables beside those that stand and puts them in their place; the same tables are left as they stand. */
async function replaceTables(
  folder: string,
  book: LedgerContents,
  before: Manifest | null,
): Promise<Result<ReplacedTables>> {
  let tables: NewTables | null = null;
  let manifest: Manifest | null = null;
  try {
    tables = await beginTables(folder);
    const written = await writeTables(book, tables);
    manifest = {
      schema: LEDGER_SCHEMA,
      level: book.level,
      annex: book.annex,
      fingerprint: book.fingerprint,
      asOf: book.asOf,
      reportDue: book.reportDue,
      files: await listManifestFiles(written, tables),
    };
    const changed = !isEqual(before, manifest);
    await (changed ? tables.commit(manifest) : tables.discard());
    return ok({ manifest, changed });
  } catch (reason) {
    await tables?.discard().catch(() => undefined);
    if (!isSystemError(reason)) throw reason;
    return judgeFailure(folder, before, manifest, getErrorReason(reason));
  }
}

/** The tables are what counts: where only the guide cannot be written, the ledger is the new one, and this is noted. */
async function renewGuide(folder: string, manifest: Manifest): Promise<Problem[]> {
  const reason = await writeGuide(folder, manifest).then(
    (written) =>
      written.ok ? null : (written.problems[0]?.details?.['reason'] ?? written.problems[0]?.code),
    getErrorReason,
  );
  return reason ? [warning('ledger-guide-old', { file: folder }, { reason })] : [];
}

/**
 * Writes the ledger of a consolidation into a folder as Parquet, with its description and the SQL of its totals. The
 * tables are made beside those that stand and take their place at the end: whatever happens, the folder holds the old
 * ledger or the new one. A ledger that says the same is left as it stands, to the byte.
 * Problems: those of `checkOutput` and `openLedgerFolder`; file-not-writable (the ledger is as before);
 * ledger-interrupted. Warnings: ledger-guide-old.
 */
export function writeLedger(folder: string, book: LedgerContents): Promise<Result<LedgerWritten>> {
  return withOutput({ path: folder, kind: 'ledger' }, async (): Promise<Result<LedgerWritten>> => {
    const before = await openLedgerFolder(folder);
    if (!before.ok) return before;
    const replaced = await replaceTables(folder, book, before.value);
    if (!replaced.ok) return replaced;
    const { manifest, changed } = replaced.value;
    const own = manifest.files.filter(({ path }) => path.startsWith(`${LEDGER_TABLE.name}/`));
    return ok(
      {
        rows: own.reduce((sum, { rows }) => sum + rows, 0),
        files: own.length,
        bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
        changed,
      },
      [...before.warnings, ...(await renewGuide(folder, manifest))],
    );
  });
}
