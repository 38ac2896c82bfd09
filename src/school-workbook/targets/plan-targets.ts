import { err, ok, type Result } from '../../shared/result';
import { TARGET_HEADERS, TARGET_SHEET_NAME } from '../../sheets/labels/target-labels';
import type { Operation } from '../../sheets/operation';
import { getCurrentHeaders } from '../../sheets/read-table';
import { createRemoveSheetsOperation, getFreeSheetName } from '../../sheets/sheet-names';
import type { CellContent } from '../../sheets/sheet-spec';
import type { PlannedChange } from '../change-set';
import { type Snapshot } from '../snapshot';
import { planTableChanges, type TableDefinition } from '../tasks/plan-table-changes';
import { reviseTableRows } from '../tasks/revise-table-rows';
import type { TitleTexts } from '../title-block';
import { readTargetTable, type TargetTable } from './read-targets';
import {
  getTargetNumberFormat,
  TARGET_COLUMN_IDS,
  TARGET_TABLE,
  type TargetColumnId,
  type TargetTableRow,
} from './target-columns';
import { buildMetFormula, buildTargetKeys } from './target-rows';
import type { TargetsChange } from './targets-change';
import { buildTargetsSheet, groupByShare } from './targets-sheet';

type TargetsRevision = Extract<TargetsChange, { what: 'revise' }>;

const TARGET_TABLE_DEFINITION: TableDefinition<TargetColumnId> = {
  name: TARGET_TABLE,
  columnIds: TARGET_COLUMN_IDS,
  numberFormat: (id) => getTargetNumberFormat(id, false),
};

/** Rows behind the last one of the body; each run of shares or of other figures has its own formats. */
function createAdditionOperations(
  table: TargetTable,
  rows: readonly TargetTableRow[],
  from: number,
): Operation[] {
  const idsByColumn = new Map(
    (Object.entries(table.columns) as [TargetColumnId, number][]).map(([id, column]) => [column, id]),
  );
  const formula = buildMetFormula(getCurrentHeaders(table, TARGET_HEADERS));
  const contents = ({ cells, extra }: TargetTableRow): CellContent[] =>
    table.headers.map((header, column) => {
      const id = idsByColumn.get(column);
      if (id === 'met') return { formula };
      return id ? cells[id] : (extra[header] ?? '');
    });
  let index = from;
  return groupByShare(rows).map((run): Operation => {
    const operation: Operation = {
      kind: 'insert-rows',
      sheet: table.sheet,
      table: TARGET_TABLE,
      index,
      block: {
        row: table.top + 1 + index,
        column: table.left,
        numberFormats: table.headers.map((_, column) => {
          const id = idsByColumn.get(column);
          return id ? getTargetNumberFormat(id, run.isShare) : 'General';
        }),
        cells: run.rows.map(contents),
      },
    };
    index += run.rows.length;
    return operation;
  });
}

function planTargetsRevision(table: TargetTable, { edits, add, remove }: TargetsRevision): PlannedChange {
  const last = table.rows.at(-1)?.key ?? null;
  const { effective, inverse } = reviseTableRows(
    buildTargetKeys,
    table.rows.map(({ tableRow }) => tableRow),
    { edits, add: add.map((row) => ({ after: last, row })), remove },
  );
  const retained = planTableChanges(TARGET_TABLE_DEFINITION, table, { ...effective, add: [] });
  const added = effective.add.map(({ row }) => row);
  const index = table.bodyRows - effective.remove.length;
  const operations: Operation[] = [...retained, ...createAdditionOperations(table, added, index)];
  const fit: Operation[] =
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
    operations: [...operations, ...fit],
    inverse: {
      kind: 'targets',
      what: 'revise',
      edits: inverse.edits,
      add: inverse.add.map(({ row }) => row),
      remove: inverse.remove,
    },
  };
}

/** Returns unit, title and reference as they stand above the table. */
function getCurrentTitle({ targets }: Snapshot): TitleTexts {
  const line = (row: number): string => String(targets?.head[row]?.[0] ?? '');
  return [line(0), line(1), line(2)];
}

/**
 * Plans a change of the targets on a snapshot that was read with them. Problems: table-name-taken, no-targets-sheet,
 * column-missing.
 */
export function planTargets(snapshot: Snapshot, change: TargetsChange): Result<PlannedChange> {
  const { targets } = snapshot;
  if (change.what === 'create') {
    const taken = snapshot.tables.find(({ name }) => name.toLowerCase() === TARGET_TABLE.toLowerCase());
    if (taken) return err('table-name-taken', { sheet: taken.sheet }, { table: taken.name });
    const sheet = buildTargetsSheet(change.title, change.rows, getFreeSheetName(snapshot, TARGET_SHEET_NAME));
    return ok({
      operations: [{ kind: 'add-sheets', sheets: [sheet], activate: change.show ? sheet.name : null }],
      inverse: { kind: 'targets', what: 'remove', show: change.show },
    });
  }
  if (!targets) return err('no-targets-sheet');
  const read = readTargetTable(targets);
  if (!read.ok) return read;
  if (change.what === 'revise') return ok(planTargetsRevision(read.value, change));
  return ok({
    operations: [createRemoveSheetsOperation(snapshot, [targets.sheet], [])],
    inverse: {
      kind: 'targets',
      what: 'create',
      title: getCurrentTitle(snapshot),
      rows: read.value.rows.map(({ tableRow }) => tableRow),
      show: change.show,
    },
  });
}
