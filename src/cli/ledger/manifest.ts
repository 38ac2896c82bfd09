import type { ConsolidationLevel } from '../../consolidation/ledger/consolidation';
import type { MasterAnnex } from '../../consolidation/match/master-annex';
import type { IsoDate } from '../../shared/dates';
import { err, ok, type Result } from '../../shared/result';

/** Raised when a ledger's tables or columns change so that an older program would misread them. */
export const LEDGER_SCHEMA = 2;
/** The underscore hides it from engines that read every file of a folder. */
export const MANIFEST_FILE = '_phuluc.json';

export type ManifestFile = { path: string; rows: number; bytes: number; sha256: string };

/** What a ledger knows beside its tables. */
export type Manifest = {
  schema: number;
  level: ConsolidationLevel;
  annex: MasterAnnex;
  fingerprint: string;
  asOf: IsoDate;
  reportDue: IsoDate;
  files: ManifestFile[];
};

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    'annex' in value &&
    'files' in value &&
    Array.isArray(value.files)
  );
}

export function parseManifest(json: string, folder: string): Result<Manifest> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = null;
  }
  if (!isManifest(value)) return err('ledger-damaged', { file: folder }, { part: MANIFEST_FILE });
  return value.schema > LEDGER_SCHEMA ? err('ledger-newer', { file: folder }) : ok(value);
}

/** Rows of a table over all its files. */
export function countTableRows({ files }: Manifest, table: string): number {
  return files.filter(({ path }) => path.startsWith(`${table}/`)).reduce((sum, { rows }) => sum + rows, 0);
}
