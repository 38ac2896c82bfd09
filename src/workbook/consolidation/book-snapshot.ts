import type { SourceState } from '../../consolidation/ledger/consolidated';
import type { Source } from '../../consolidation/ledger/consolidated';
import type { Finding, FindingCode } from '../../consolidation/findings/finding';
import type { Previous } from '../../consolidation/rerun/previous';
import {
  findingWords,
  lineStateWords,
  sourceStateWords,
  unitByWords,
} from '../../locales/consolidation-sheet-words';
import type { CellValue } from '../snapshot';
import { readRows } from './book-table';
import type { BookTableKind, ReadRow, TableCells } from './book-table';
import type { ConsolidationRecord } from './consolidation-record';
import { dataTable, entryOfRow } from './data-table';
import { disagreementTable, driftTable, missingTable, sourceTable } from './list-tables';
import type { DriftColumn, SourceColumn } from './list-tables';
import { dateOf } from './serial-dates';
import { unitTable } from './units-table';

/** Every table of the consolidation workbook, in the order of its sheets. */
export const BOOK_TABLES = [
  unitTable,
  disagreementTable,
  missingTable,
  driftTable,
  sourceTable,
  dataTable,
] as const;

/** What is read of a consolidation workbook before anything is planned. */
export type BookSnapshot = {
  sheets: { name: string; visible: boolean; isProtected: boolean }[];
  /** All tables of the workbook. */
  tables: { name: string; sheet: string; filtered: boolean }[];
  names: { name: string; formula: string }[];
  /** Contents of our tables, by their names. */
  cells: ReadonlyMap<string, TableCells>;
  /** Cells of the two days on *Tổng hợp*; '' where blank or gone. */
  asOf: CellValue;
  reportDue: CellValue;
  /** Names of the charts on *Tổng hợp*. */
  totalsCharts: readonly string[];
  record: ConsolidationRecord | null;
};

export const EMPTY_BOOK: BookSnapshot = {
  sheets: [],
  tables: [],
  names: [],
  cells: new Map(),
  asOf: '',
  reportDue: '',
  totalsCharts: [],
  record: null,
};

export function rowsOf<Id extends string>(
  snapshot: Pick<BookSnapshot, 'cells'>,
  kind: BookTableKind<Id>,
): ReadRow<Id>[] {
  return readRows(kind, snapshot.cells.get(kind.table) ?? null);
}

function idOf<Id extends string>(words: Record<Id, string>, value: CellValue): Id | null {
  return (Object.keys(words) as Id[]).find((id) => words[id] === String(value)) ?? null;
}

function sourceOf({ cells }: ReadRow<SourceColumn>): Source {
  const words = (id: SourceColumn): string => String(cells[id]);
  const state = idOf<SourceState>(sourceStateWords, cells.state) ?? 'failed';
  return {
    sha256: words('sha256'),
    file: words('file'),
    unit: state === 'question' ? '' : words('unit'),
    unitName: words('unitName'),
    by: idOf<Source['by']>(unitByWords, cells.by) ?? 'none',
    state,
    candidates:
      state === 'question'
        ? words('unit')
            .replace(/\?$/, '')
            .split(' / ')
            .filter((code) => code !== '')
        : [],
    edition: words('edition'),
    fingerprint: '',
    contentDate: words('contentDate'),
    rows: Number(cells.rows) || 0,
    differences: Number(cells.differences) || 0,
    problems: words('problems'),
    readAt: words('readAt'),
    readerVersion: Number(cells.reader) || 0,
  };
}

function driftOf({ cells }: ReadRow<DriftColumn>): Finding[] {
  const code = idOf<FindingCode>(findingWords, cells.what);
  if (code === null || String(cells.state) === lineStateWords.gone) return [];
  const words = (id: DriftColumn): string => String(cells[id]);
  const at = words('key').split('#')[0]!.split('|')[3];
  const score = words('score').replace('%', '');
  return [
    {
      code,
      unit: words('unit'),
      task: code === 'row-added' ? '' : words('task'),
      place: { file: words('file'), sheet: words('sheet'), ...(words('cell') && { cell: words('cell') }) },
      args: {
        ...(at === undefined ? {} : { at }),
        ...(code === 'row-added'
          ? { content: words('after'), closest: words('task') }
          : code === 'file-warning'
            ? { message: words('after'), problem: at?.split(':')[0] ?? '' }
            : { before: words('before'), after: words('after'), field: at ?? '' }),
        ...(score === '' ? {} : { score: Number(score) }),
      },
    },
  ];
}

/** What the last run left in the workbook, with what the officer has written on it since; null where none ran. */
export function readPrevious(snapshot: BookSnapshot): Previous | null {
  if (!snapshot.record) return null;
  const sources = rowsOf(snapshot, sourceTable);
  const { facts } = snapshot.record;
  return {
    level: facts.level,
    annex: facts.annex,
    fingerprint: facts.fingerprint,
    units: facts.units,
    asOf: dateOf(snapshot.asOf),
    reportDue: dateOf(snapshot.reportDue),
    sources: sources.map(sourceOf),
    decisions: new Map(
      sources.flatMap(({ key, cells }) => {
        const words = String(cells.decision).trim();
        return words === '' ? [] : [[key, words] as const];
      }),
    ),
    entries: rowsOf(snapshot, dataTable).map(entryOfRow),
    drift: rowsOf(snapshot, driftTable).flatMap(driftOf),
    ...(facts.whole && { wholeIn: facts.whole.folder }),
  };
}
