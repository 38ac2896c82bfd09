import { err } from '../../annex/outcome';
import type { Result } from '../../annex/problem';
import { targetHeaders, targetSheetName } from '../../locales/target-words';
import { planTable, type TableKind } from '../plan-rows';
import { reviseTable } from '../revise-rows';
import type { CellContent } from '../sheet-plan';
import { freeSheetName, type Snapshot } from '../snapshot';
import type { Step } from '../step';
import type { TitleTexts } from '../title-block';
import { readTargetTable, type ReadTargets } from './read-targets';
import {
  TARGET_COLUMN_IDS,
  TARGET_TABLE,
  targetFormat,
  type TargetColumnId,
  type TargetRow,
} from './target-columns';
import { metFormula, targetKeys, type TargetHeaders } from './target-rows';
import type { TargetsChange } from './targets-change';
import { shareRuns, targetsSheet } from './targets-sheet';

export type PlannedTargets = { steps: Step[]; inverse: TargetsChange };

type Revision = Extract<TargetsChange, { what: 'revise' }>;

const TARGETS: TableKind<TargetColumnId> = {
  name: TARGET_TABLE,
  columnIds: TARGET_COLUMN_IDS,
  numberFormat: (id) => targetFormat(id, false),
};

function headersOf({ columns, headers }: ReadTargets): TargetHeaders {
  return Object.fromEntries(
    TARGET_COLUMN_IDS.map((id) => [id, headers[columns[id] ?? -1] ?? targetHeaders[id]]),
  ) as TargetHeaders;
}

/** Rows behind the last one of the body; each run of shares or of other figures has its own formats. */
function additions(table: ReadTargets, rows: readonly TargetRow[], from: number): Step[] {
  const idAt = new Map(
    (Object.entries(table.columns) as [TargetColumnId, number][]).map(([id, column]) => [column, id]),
  );
  const formula = metFormula(headersOf(table));
  const contents = ({ cells, extra }: TargetRow): CellContent[] =>
    table.headers.map((header, column) => {
      const id = idAt.get(column);
      if (id === 'met') return { formula };
      return id ? cells[id] : (extra[header] ?? '');
    });
  let index = from;
  return shareRuns(rows).map((run): Step => {
    const step: Step = {
      kind: 'insert-rows',
      sheet: table.sheet,
      table: TARGET_TABLE,
      index,
      block: {
        row: table.top + 1 + index,
        column: table.left,
        numberFormats: table.headers.map((_, column) => {
          const id = idAt.get(column);
          return id ? targetFormat(id, run.isShare) : 'General';
        }),
        cells: run.rows.map(contents),
      },
    };
    index += run.rows.length;
    return step;
  });
}

function planRevision(table: ReadTargets, { edits, add, remove }: Revision): PlannedTargets {
  const last = table.rows.at(-1)?.key ?? null;
  const { effective, inverse } = reviseTable(
    targetKeys,
    table.rows.map(({ book }) => book),
    { edits, add: add.map((row) => ({ after: last, row })), remove },
  );
  const kept = planTable(TARGETS, table, { ...effective, add: [] });
  const added = effective.add.map(({ row }) => row);
  const index = table.bodyRows - effective.remove.length;
  const steps: Step[] = [...kept, ...additions(table, added, index)];
  const fit: Step[] =
    added.length > 0
      ? [
          {
            kind: 'fit-rows',
            sheet: table.sheet,
            first: table.top + 1,
            last: table.top + index + added.length,
          },
        ]
      : [];
  return {
    steps: [...steps, ...fit],
    inverse: {
      kind: 'targets',
      what: 'revise',
      edits: inverse.edits,
      add: inverse.add.map(({ row }) => row),
      remove: inverse.remove,
    },
  };
}

/** Unit, title and reference as they stand above the table. */
function titleNow({ targets }: Snapshot): TitleTexts {
  const line = (row: number): string => String(targets?.head[row]?.[0] ?? '');
  return [line(0), line(1), line(2)];
}

/**
 * What a change of the targets does to the workbook of a snapshot that was read with its targets.
 * Problems: table-name-taken, no-targets-sheet, column-missing, table-filtered.
 */
export function planTargets(snapshot: Snapshot, change: TargetsChange): Result<PlannedTargets> {
  const { targets } = snapshot;
  if (change.what === 'create') {
    const taken = snapshot.tables.find(({ name }) => name.toLowerCase() === TARGET_TABLE.toLowerCase());
    if (taken) return err('table-name-taken', { sheet: taken.sheet }, { table: taken.name });
    const sheet = targetsSheet(change.title, change.rows, freeSheetName(snapshot, targetSheetName));
    return {
      ok: true,
      value: {
        steps: [{ kind: 'add-sheets', sheets: [sheet], activate: change.show ? sheet.name : null }],
        inverse: { kind: 'targets', what: 'remove', show: change.show },
      },
      warnings: [],
    };
  }
  if (!targets) return err('no-targets-sheet');
  const read = readTargetTable(targets);
  if (!read.ok) return read;
  if (change.what === 'revise') {
    const movesRows = change.add.length + change.remove.length > 0;
    if (targets.filtered && movesRows) return err('table-filtered', { sheet: targets.sheet });
    return { ok: true, value: planRevision(read.value, change), warnings: [] };
  }
  const isVisibleLeft = snapshot.sheets.some(({ name, visible }) => visible && name !== targets.sheet);
  return {
    ok: true,
    value: {
      steps: [
        {
          kind: 'remove-sheets',
          sheets: [targets.sheet],
          names: [],
          instead: isVisibleLeft ? null : freeSheetName(snapshot, 'Sheet1'),
        },
      ],
      inverse: {
        kind: 'targets',
        what: 'create',
        title: titleNow(snapshot),
        rows: read.value.rows.map(({ book }) => book),
        show: change.show,
      },
    },
    warnings: [],
  };
}
