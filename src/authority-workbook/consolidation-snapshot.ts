import type { Finding, FindingCode } from '../consolidation/findings/finding';
import { type SourceFile, type SourceFileState } from '../consolidation/ledger/consolidation';
import type { PreviousConsolidation } from '../consolidation/run/previous-consolidation';
import type { CellValue } from '../sheets/cell-value';
import {
  FINDING_LABELS,
  LINE_STATE_LABELS,
  SOURCE_STATE_LABELS,
  UNIT_IDENTIFIED_BY_LABELS,
} from '../sheets/labels/consolidation-labels';
import type { SheetState } from '../sheets/sheet-state';
import type { ConsolidationMetadataSheet } from './consolidation-metadata';
import { DATA_TABLE_SCHEMA, toLedgerEntry } from './tables/data-table';
import {
  DISAGREEMENT_TABLE_SCHEMA,
  DRIFT_TABLE_SCHEMA,
  type DriftColumn,
  MISSING_TABLE_SCHEMA,
  SOURCE_TABLE_SCHEMA,
  type SourceColumn,
} from './tables/list-tables';
import { parseDateCell } from './tables/parse-date-cell';
import { type ExistingRow, readTableRows, type TableCells, type TableSchema } from './tables/sync-table';
import { UNIT_TABLE_SCHEMA } from './tables/units-table';

/** Every table of the consolidation workbook, in the order of its sheets. */
export const TABLE_SCHEMAS = [
  UNIT_TABLE_SCHEMA,
  DISAGREEMENT_TABLE_SCHEMA,
  MISSING_TABLE_SCHEMA,
  DRIFT_TABLE_SCHEMA,
  SOURCE_TABLE_SCHEMA,
  DATA_TABLE_SCHEMA,
] as const;

/** What is read of a consolidation workbook before anything is planned. */
export type ConsolidationSnapshot = {
  sheets: SheetState[];
  /** All tables of the workbook. */
  tables: { name: string; sheet: string }[];
  names: { name: string; formula: string }[];
  /** Contents of our tables, by their names. */
  cells: ReadonlyMap<string, TableCells>;
  /** Cells of the two days on *Tổng hợp*; '' where blank or gone. */
  asOf: CellValue;
  reportDue: CellValue;
  /** Names of the charts on *Tổng hợp*. */
  totalsCharts: readonly string[];
  metadataSheet: ConsolidationMetadataSheet | null;
};

export function readSnapshotRows<Id extends string>(
  snapshot: Pick<ConsolidationSnapshot, 'cells'>,
  kind: TableSchema<Id>,
): ExistingRow<Id>[] {
  return readTableRows(kind, snapshot.cells.get(kind.table) ?? null);
}

function findIdByLabel<Id extends string>(getText: Record<Id, string>, value: CellValue): Id | null {
  return (Object.keys(getText) as Id[]).find((id) => getText[id] === String(value)) ?? null;
}

function parseSource({ cells }: ExistingRow<SourceColumn>): SourceFile {
  const getText = (id: SourceColumn): string => String(cells[id]);
  const state = findIdByLabel<SourceFileState>(SOURCE_STATE_LABELS, cells.state) ?? 'failed';
  return {
    sha256: getText('sha256'),
    file: getText('file'),
    unit: state === 'question' ? '' : getText('unit'),
    unitName: getText('unitName'),
    by: findIdByLabel<SourceFile['by']>(UNIT_IDENTIFIED_BY_LABELS, cells.by) ?? 'none',
    state,
    candidates:
      state === 'question'
        ? getText('unit')
            .replace(/\?$/, '')
            .split(' / ')
            .filter((code) => code !== '')
        : [],
    edition: getText('edition'),
    fingerprint: '',
    contentDate: getText('contentDate'),
    rows: Number(cells.rows) || 0,
    differences: Number(cells.differences) || 0,
    problems: getText('problems'),
    readAt: getText('readAt'),
    readerVersion: Number(cells.reader) || 0,
  };
}

/** Their message has the name of the unit, or the one that the file claims. */
const WHOLE_FILE_FINDINGS: readonly FindingCode[] = ['file-blank', 'name-look-alike'];

function parseDrift({ cells }: ExistingRow<DriftColumn>): Finding[] {
  const code = findIdByLabel<FindingCode>(FINDING_LABELS, cells.what);
  if (code === null || String(cells.state) === LINE_STATE_LABELS.gone) return [];
  const getText = (id: DriftColumn): string => String(cells[id]);
  const at = getText('key').split('#')[0]!.split('|')[3];
  const score = getText('score').replace('%', '');
  return [
    {
      code,
      unit: getText('unit'),
      task: code === 'row-added' ? '' : getText('task'),
      place: {
        file: getText('file'),
        sheet: getText('sheet'),
        ...(getText('cell') && { cell: getText('cell') }),
      },
      args: {
        ...(at === undefined ? {} : { at }),
        ...(code === 'row-added'
          ? { content: getText('after'), closest: getText('task') }
          : code === 'file-warning'
            ? { message: getText('after'), problem: at?.split(':')[0] ?? '' }
            : WHOLE_FILE_FINDINGS.includes(code)
              ? { name: getText('after') }
              : { before: getText('before'), after: getText('after'), field: at ?? '' }),
        ...(score === '' ? {} : { score: Number(score) }),
      },
    },
  ];
}

/**
 * Reads what the last run left in the workbook, with what the officer has written on it since.
 * @returns null if no run wrote this workbook
 */
export function readPreviousConsolidation(snapshot: ConsolidationSnapshot): PreviousConsolidation | null {
  if (!snapshot.metadataSheet) return null;
  const sources = readSnapshotRows(snapshot, SOURCE_TABLE_SCHEMA);
  const { metadata } = snapshot.metadataSheet;
  return {
    level: metadata.level,
    annex: metadata.annex,
    fingerprint: metadata.fingerprint,
    units: metadata.units,
    asOf: parseDateCell(snapshot.asOf),
    reportDue: parseDateCell(snapshot.reportDue),
    sources: sources.map(parseSource),
    decisions: new Map(
      sources.flatMap(({ key, cells }) => {
        const getText = String(cells.decision).trim();
        return getText === '' ? [] : [[key, getText] as const];
      }),
    ),
    entries: readSnapshotRows(snapshot, DATA_TABLE_SCHEMA).map(toLedgerEntry),
    drift: readSnapshotRows(snapshot, DRIFT_TABLE_SCHEMA).flatMap(parseDrift),
    ...(metadata.whole && { fullLedgerPath: metadata.whole.folder }),
  };
}
