import type { IsoDate } from '../../annex/calendar/dates';
import type { Annex } from '../../annex/types';
import type { Finding } from '../findings/finding';
import type { Level, Source } from '../ledger/consolidated';
import type { LedgerEntry } from '../ledger/entry';
import type { UnitEntry } from '../types';

/** What the last consolidation left, with what the officer has written on it since. */
export type Previous = {
  level: Level;
  annex: Annex;
  fingerprint: string;
  units: readonly UnitEntry[];
  asOf: IsoDate;
  reportDue: IsoDate;
  sources: readonly Source[];
  /** What the officer wrote beside a file, by SHA-256: the code of its unit, or that it is the one to use. */
  decisions: ReadonlyMap<string, string>;
  /** With the officer's corrections. */
  entries: readonly LedgerEntry[];
  drift: readonly Finding[];
};
