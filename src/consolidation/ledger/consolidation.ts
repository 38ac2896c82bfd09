import type { IsoDate } from '../../shared/dates';
import type { Finding } from '../findings/finding';
import type { MasterAnnex } from '../match/master-annex';
import type { UnitEntry } from '../types';
import type { LedgerEntry } from './ledger-entry';

/** What became of a file. */
export type SourceFileState = 'used' | 'superseded' | 'question' | 'failed' | 'leftOut';

/** One file that was received, by its bytes. */
export type SourceFile = {
  sha256: string;
  /** Path or name as it was chosen last. */
  file: string;
  /** '' while it is not known. */
  unit: string;
  unitName: string;
  by: 'code' | 'name' | 'alias' | 'choice' | 'none';
  state: SourceFileState;
  /** Units that could be meant, the likeliest first, where the unit is a question. */
  candidates: readonly string[];
  /** Number and date of the annex the unit worked from, as far as the file says. */
  edition: string;
  fingerprint: string;
  /** ISO time, or ''. */
  contentDate: string;
  rows: number;
  differences: number;
  /** Codes of what was wrong with the file, in words where it has them. */
  problems: string;
  readAt: string;
  readerVersion: number;
};

/** The level that consolidates: its name is configuration, e.g. "xã/phường" below "tỉnh/thành phố". */
export type ConsolidationLevel = {
  /** The one that consolidates: '' where unknown. */
  code: string;
  name: string;
  /** What it is called, for titles: "UBND phường". */
  label: string;
  /** What the units directly below are called: "trường". */
  below: string;
};

/** Everything that one consolidation knows; the workbook shows it and holds it. */
export type Consolidation = {
  level: ConsolidationLevel;
  annex: MasterAnnex;
  fingerprint: string;
  /** Units directly below that must report; those that sent, where no list is given. */
  units: readonly UnitEntry[];
  /** Up to which day is counted. */
  asOf: IsoDate;
  /** Until when units were to send, or ''. */
  reportDue: IsoDate;
  sources: readonly SourceFile[];
  /** What the officer has settled in this run, by SHA-256, to be kept beside the file. */
  decisions: ReadonlyMap<string, string>;
  entries: readonly LedgerEntry[];
  /** Rows that contradict, lack something or disagree. */
  findings: readonly Finding[];
  /** How workbooks differ from the master. */
  drift: readonly Finding[];
};

/** Units that must report and from which nothing is used. */
export function findMissingUnits({ units, sources }: Pick<Consolidation, 'units' | 'sources'>): UnitEntry[] {
  const sent = new Set(sources.filter(({ state }) => state === 'used').map(({ unit }) => unit));
  return units.filter(({ code }) => !sent.has(code));
}
