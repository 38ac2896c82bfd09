import type { Operation } from '../../sheets/operation';
import type { WorkbookMetadata } from '../school-workbook';
import type { Snapshot } from '../snapshot';
import { planTableChanges, type TableDefinition } from '../tasks/plan-table-changes';
import type { TaskTable } from '../tasks/read-tasks';
import { reviseTableRows, type TableRowChanges } from '../tasks/revise-table-rows';
import { LOG_COLUMN_IDS, LOG_COLUMN_STYLES, LOG_TABLE, type LogColumnId } from './log-columns';
import { NO_LOG_CHANGES } from './progress-change';
import { createFormulaOperations, createRuleOperations } from './progress-operations';
import { buildLogKeys, type LogTable } from './read-log';

const LOG_TABLE_DEFINITION: TableDefinition<LogColumnId> = {
  name: LOG_TABLE,
  columnIds: LOG_COLUMN_IDS,
  numberFormat: (id) => LOG_COLUMN_STYLES[id].numberFormat,
};

/** Creates the operations of changes of an existing log that do something, with its formulas and rules. */
export function createLogOperations(
  snapshot: Snapshot,
  table: TaskTable,
  log: LogTable,
  effective: TableRowChanges<LogColumnId>,
  metadata: WorkbookMetadata | null = snapshot.metadataSheet.metadata,
): Operation[] {
  const body = (snapshot.progress?.log?.values.length ?? 1) - 1;
  const height = Math.max(1, body + effective.add.length - effective.remove.length);
  return [
    ...planTableChanges(LOG_TABLE_DEFINITION, log, effective),
    ...createFormulaOperations(log, snapshot, table, height, {
      cameRows: effective.add.length > 0,
      metadata,
    }),
    ...createRuleOperations(log, effective, height),
  ];
}

/**
 * Plans changes of rows of the log that go with a revision of tasks or documents, and its formulas as the workbook is
 * then; without a log there are none.
 *
 * @param metadata that of the workbook afterwards
 */
export function planLogChanges(
  snapshot: Snapshot,
  table: TaskTable,
  log: LogTable | null,
  changes: TableRowChanges<LogColumnId>,
  metadata: WorkbookMetadata | null,
): { operations: Operation[]; inverse: TableRowChanges<LogColumnId> } {
  if (!log) return { operations: [], inverse: NO_LOG_CHANGES };
  const rows = log.rows.map(({ tableRow }) => tableRow);
  const { effective, inverse } = reviseTableRows(buildLogKeys, rows, changes);
  return { operations: createLogOperations(snapshot, table, log, effective, metadata), inverse };
}
