import type { Finding, FindingCode } from '../findings/finding';
import type { Source, SourceState } from '../ledger/consolidated';
import type { UnitEntry } from '../types';
import { date, flag, text, time, whole } from './column';
import type { LedgerColumn, LedgerTable } from './column';
import type { ReadRow } from './read-values';

/** A unit directly below; `listed` false: it sent without being on the list. */
export type UnitRow = { unit: UnitEntry; order: number; listed: boolean };

const UNIT_COLUMNS = [
  whole('unit_order', ({ order }: UnitRow) => order),
  text('code', ({ unit }: UnitRow) => unit.code),
  text('name', ({ unit }: UnitRow) => unit.name),
  text('aliases', ({ unit }: UnitRow) => JSON.stringify(unit.aliases)),
  text('kind', ({ unit }: UnitRow) => unit.kind),
  text('parent', ({ unit }: UnitRow) => unit.parent),
  date('valid_from', ({ unit }: UnitRow) => unit.validFrom),
  date('valid_to', ({ unit }: UnitRow) => unit.validTo),
  flag('listed', ({ listed }: UnitRow) => listed),
] as const satisfies readonly LedgerColumn<UnitRow>[];

/** A file that was received, with what the officer decided of it. */
export type SourceRow = { source: Source; decision: string };

const SOURCE_COLUMNS = [
  text('sha256', ({ source }: SourceRow) => source.sha256),
  text('file', ({ source }: SourceRow) => source.file),
  text('unit', ({ source }: SourceRow) => source.unit),
  text('unit_name', ({ source }: SourceRow) => source.unitName),
  text('known_by', ({ source }: SourceRow) => source.by),
  text('state', ({ source }: SourceRow) => source.state),
  text('candidates', ({ source }: SourceRow) => JSON.stringify(source.candidates)),
  text('edition', ({ source }: SourceRow) => source.edition),
  text('fingerprint', ({ source }: SourceRow) => source.fingerprint),
  text('content_date', ({ source }: SourceRow) => source.contentDate),
  whole('row_count', ({ source }: SourceRow) => source.rows),
  whole('differences', ({ source }: SourceRow) => source.differences),
  text('problems', ({ source }: SourceRow) => source.problems),
  time('read_at', ({ source }: SourceRow) => source.readAt),
  whole('reader_version', ({ source }: SourceRow) => source.readerVersion),
  text('decision', ({ decision }: SourceRow) => decision),
] as const satisfies readonly LedgerColumn<SourceRow>[];

/** Something found, with its message in words; `about`: a row or the units, or how a workbook differs. */
export type FindingRow = { finding: Finding; about: 'row' | 'drift'; message: string };

const FINDING_COLUMNS = [
  text('about', ({ about }: FindingRow) => about),
  text('code', ({ finding }: FindingRow) => finding.code),
  text('unit', ({ finding }: FindingRow) => finding.unit),
  text('task_id', ({ finding }: FindingRow) => finding.task),
  text('file', ({ finding }: FindingRow) => finding.place.file ?? ''),
  text('sheet', ({ finding }: FindingRow) => finding.place.sheet ?? ''),
  text('cell', ({ finding }: FindingRow) => finding.place.cell ?? ''),
  text('message', ({ message }: FindingRow) => message),
  text('details', ({ finding: { place, args } }: FindingRow) => JSON.stringify({ place, args })),
] as const satisfies readonly LedgerColumn<FindingRow>[];

export type UnitColumnName = (typeof UNIT_COLUMNS)[number]['name'];
export type SourceColumnName = (typeof SOURCE_COLUMNS)[number]['name'];
export type FindingColumnName = (typeof FINDING_COLUMNS)[number]['name'];

export const unitsTable = { name: 'units', columns: UNIT_COLUMNS } satisfies LedgerTable<UnitRow>;
export const sourcesTable = { name: 'sources', columns: SOURCE_COLUMNS } satisfies LedgerTable<SourceRow>;
export const findingsTable = { name: 'findings', columns: FINDING_COLUMNS } satisfies LedgerTable<FindingRow>;

export function unitOfRow(row: ReadRow): UnitEntry {
  return {
    code: row.text('code'),
    name: row.text('name'),
    aliases: JSON.parse(row.text('aliases')) as string[],
    kind: row.text('kind'),
    parent: row.text('parent'),
    validFrom: row.date('valid_from'),
    validTo: row.date('valid_to'),
  };
}

export function sourceOfRow(row: ReadRow): Source {
  return {
    sha256: row.text('sha256'),
    file: row.text('file'),
    unit: row.text('unit'),
    unitName: row.text('unit_name'),
    by: row.text('known_by') as Source['by'],
    state: row.text('state') as SourceState,
    candidates: JSON.parse(row.text('candidates')) as string[],
    edition: row.text('edition'),
    fingerprint: row.text('fingerprint'),
    contentDate: row.text('content_date'),
    rows: row.number('row_count'),
    differences: row.number('differences'),
    problems: row.text('problems'),
    readAt: row.time('read_at'),
    readerVersion: row.number('reader_version'),
  };
}

export function findingOfRow(row: ReadRow): Finding {
  return {
    code: row.text('code') as FindingCode,
    unit: row.text('unit'),
    task: row.text('task_id'),
    ...(JSON.parse(row.text('details')) as Pick<Finding, 'place' | 'args'>),
  };
}
