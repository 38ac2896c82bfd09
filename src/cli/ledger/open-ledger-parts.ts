import { appendAll } from '../../shared/append-all';
import type { IsoDate } from '../../shared/dates';
import { isEqual } from '../../shared/is-equal';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result } from '../../shared/result';
import { type LedgerDatabase, openLedgerDatabase } from './ledger-database';
import { openLedgerFolder } from './ledger-folder';
import type { Manifest } from './manifest';

type OpenedLedger = { database: LedgerDatabase; asOf: IsoDate };

/** Units with rows in several ledgers. */
const SHARED_UNITS_QUERY = `SELECT unit FROM ledger
GROUP BY unit HAVING COUNT(DISTINCT part) > 1 ORDER BY unit`;

/** So many units are named. */
const NAMED_UNITS = 10;

async function readManifests(folders: readonly string[]): Promise<Result<Manifest[]>> {
  const manifests: Manifest[] = [];
  const warnings: Problem[] = [];
  for (const folder of folders) {
    const opened = await openLedgerFolder(folder);
    if (!opened.ok) return opened;
    if (!opened.value) return err('not-a-ledger', { file: folder });
    manifests.push(opened.value);
    appendAll(warnings, opened.warnings);
  }
  return ok(manifests, warnings);
}

/** Of one list of units, counted by one annex, level and version of the tables; their days only where none is asked for. */
function findOtherPart(manifests: readonly Manifest[], day: IsoDate | undefined): number {
  const shared = ({ schema, level, fingerprint, annex, asOf }: Manifest) => ({
    ...{ schema, level, fingerprint, annex },
    asOf: day ?? asOf,
  });
  return manifests.findIndex((manifest) => !isEqual(shared(manifest), shared(manifests[0]!)));
}

/**
 * Opens a ledger, or several that were written apart from each other's units (by several machines) as one.
 * Problems: those of `openLedgerFolder` and `openLedgerDatabase`; ledger-part-differs, ledger-parts-share-units.
 */
export async function openLedgerParts(
  folders: readonly string[],
  day: IsoDate | undefined,
): Promise<Result<OpenedLedger>> {
  const read = await readManifests(folders);
  if (!read.ok) return read;
  const [first] = read.value;
  const other = findOtherPart(read.value, day);
  if (other > 0) return err('ledger-part-differs', { file: folders[other]! }, { folder: folders[0]! });
  const database = await openLedgerDatabase(folders);
  if (!database.ok) return database;
  const twice = folders.length > 1 ? await database.value.rows(SHARED_UNITS_QUERY) : [];
  if (twice.length > 0) {
    database.value.close();
    const units = twice.slice(0, NAMED_UNITS).map(({ unit }) => String(unit));
    return err('ledger-parts-share-units', {}, { count: twice.length, units: units.join(', ') });
  }
  return ok({ database: database.value, asOf: day ?? first!.asOf }, read.warnings);
}
