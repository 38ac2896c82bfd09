import type { Finding, FindingCode } from '../findings/finding';
import type { SourceFile, SourceFileState } from '../ledger/consolidation';
import type { UnitEntry } from '../types';
import {
  createDateColumn,
  createFlagColumn,
  createIntegerColumn,
  createTextColumn,
  createTimeColumn,
  type LedgerColumn,
  type LedgerTable,
} from './ledger-column';
import type { RowReader } from './row-reader';

/** A unit directly below; `listed` false: it sent without being on the list. */
export type UnitRow = { unit: UnitEntry; order: number; listed: boolean };

const UNIT_COLUMNS = [
  createIntegerColumn('unit_order', ({ order }: UnitRow) => order),
  createTextColumn('code', ({ unit }: UnitRow) => unit.code),
  createTextColumn('name', ({ unit }: UnitRow) => unit.name),
  createTextColumn('aliases', ({ unit }: UnitRow) => JSON.stringify(unit.aliases)),
  createTextColumn('kind', ({ unit }: UnitRow) => unit.kind),
  createTextColumn('parent', ({ unit }: UnitRow) => unit.parent),
  createDateColumn('valid_from', ({ unit }: UnitRow) => unit.validFrom),
  createDateColumn('valid_to', ({ unit }: UnitRow) => unit.validTo),
  createFlagColumn('listed', ({ listed }: UnitRow) => listed),
] as const satisfies readonly LedgerColumn<UnitRow>[];

/** A file that was received, with what the officer decided of it. */
type SourceFileRow = { source: SourceFile; decision: string };

const SOURCE_FILE_COLUMNS = [
  createTextColumn('sha256', ({ source }: SourceFileRow) => source.sha256),
  createTextColumn('file', ({ source }: SourceFileRow) => source.file),
  createTextColumn('unit', ({ source }: SourceFileRow) => source.unit),
  createTextColumn('unit_name', ({ source }: SourceFileRow) => source.unitName),
  createTextColumn('known_by', ({ source }: SourceFileRow) => source.by),
  createTextColumn('state', ({ source }: SourceFileRow) => source.state),
  createTextColumn('candidates', ({ source }: SourceFileRow) => JSON.stringify(source.candidates)),
  createTextColumn('edition', ({ source }: SourceFileRow) => source.edition),
  createTextColumn('fingerprint', ({ source }: SourceFileRow) => source.fingerprint),
  createTextColumn('content_date', ({ source }: SourceFileRow) => source.contentDate),
  createIntegerColumn('row_count', ({ source }: SourceFileRow) => source.rows),
  createIntegerColumn('differences', ({ source }: SourceFileRow) => source.differences),
  createTextColumn('problems', ({ source }: SourceFileRow) => source.problems),
  createTimeColumn('read_at', ({ source }: SourceFileRow) => source.readAt),
  createIntegerColumn('reader_version', ({ source }: SourceFileRow) => source.readerVersion),
  createTextColumn('decision', ({ decision }: SourceFileRow) => decision),
] as const satisfies readonly LedgerColumn<SourceFileRow>[];

/** Something found, with its message in words; `about`: a row or the units, or how a workbook differs. */
export type FindingRow = { finding: Finding; about: 'row' | 'drift'; message: string };

const FINDING_COLUMNS = [
  createTextColumn('about', ({ about }: FindingRow) => about),
  createTextColumn('code', ({ finding }: FindingRow) => finding.code),
  createTextColumn('unit', ({ finding }: FindingRow) => finding.unit),
  createTextColumn('task_id', ({ finding }: FindingRow) => finding.task),
  createTextColumn('file', ({ finding }: FindingRow) => finding.place.file ?? ''),
  createTextColumn('sheet', ({ finding }: FindingRow) => finding.place.sheet ?? ''),
  createTextColumn('cell', ({ finding }: FindingRow) => finding.place.cell ?? ''),
  createTextColumn('message', ({ message }: FindingRow) => message),
  createTextColumn('details', ({ finding: { place, args } }: FindingRow) => JSON.stringify({ place, args })),
] as const satisfies readonly LedgerColumn<FindingRow>[];

export type UnitColumnName = (typeof UNIT_COLUMNS)[number]['name'];
export type SourceFileColumnName = (typeof SOURCE_FILE_COLUMNS)[number]['name'];
export type FindingColumnName = (typeof FINDING_COLUMNS)[number]['name'];

export const UNITS_TABLE = { name: 'units', columns: UNIT_COLUMNS } satisfies LedgerTable<UnitRow>;
export const SOURCE_FILES_TABLE = {
  name: 'sources',
  columns: SOURCE_FILE_COLUMNS,
} satisfies LedgerTable<SourceFileRow>;
export const FINDINGS_TABLE = {
  name: 'findings',
  columns: FINDING_COLUMNS,
} satisfies LedgerTable<FindingRow>;

export function readUnitEntry(row: RowReader): UnitEntry {
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

export function readSourceFile(row: RowReader): SourceFile {
  return {
    sha256: row.text('sha256'),
    file: row.text('file'),
    unit: row.text('unit'),
    unitName: row.text('unit_name'),
    by: row.text('known_by') as SourceFile['by'],
    state: row.text('state') as SourceFileState,
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

export function readFinding(row: RowReader): Finding {
  return {
    code: row.text('code') as FindingCode,
    unit: row.text('unit'),
    task: row.text('task_id'),
    ...(JSON.parse(row.text('details')) as Pick<Finding, 'place' | 'args'>),
  };
}
