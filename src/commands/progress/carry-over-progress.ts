import { parseSectionLabel } from '../../annex/section-label';
import { formatDocumentTaskId } from '../../annex/tracked-document';
import type { SchoolFile, TaskField } from '../../consolidation/types';
import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { type CarryOver, type DecidedTask, proposeCarryOvers } from '../../progress/propose-carry-overs';
import { planMark } from '../../school-workbook/plan-mark';
import { readTasks, type TaskTable } from '../../school-workbook/tasks/read-tasks';
import type { Revision } from '../../school-workbook/workbook-change';
import { err, ok } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { getReaders, type StagedCommand } from '../command';
import type { CarryOverInput, CarryOverOutcome, StagedCarryOver } from './types';

/** `first`: the code of the document whose tasks have plain codes; rows of another keep that one's code in theirs. */
function toDecidedTask(
  { cells, recorded, document }: SchoolFile['rows'][number],
  first: string | undefined,
): DecidedTask {
  const text = (field: TaskField): string => cleanText(String(cells[field]?.value ?? ''));
  const { section, title } = parseSectionLabel(text('area'));
  const { applicability, reason, note } = recorded;
  return {
    task: {
      id: document && document !== first ? formatDocumentTaskId(document, text('id')) : text('id'),
      section,
      sectionTitle: title,
      tt: text('tt'),
      content: text('content'),
      leadUnit: text('leadUnit'),
      coordinatingUnit: text('coordinatingUnit'),
      applicability,
      reason,
      product: text('product'),
      timing: text('timing'),
      note,
    },
    decision: { applicability, reason, note, resolvedTiming: '' },
  };
}

/** Proposes decisions for the tasks of the workbook, or of one of its documents. */
function buildProposals(file: SchoolFile, table: TaskTable, document: string | undefined): CarryOver[] {
  const rows = table.rows.filter((row) => document === undefined || row.document === document);
  return proposeCarryOvers(
    file.rows.map((row) => toDecidedTask(row, file.documents?.[0]?.code)),
    rows.map(({ task }) => task),
  );
}

/** Builds the change with the marks and reasons of the accepted proposals; a note only where the cell is blank. */
function buildCarryOverRevision(table: TaskTable, accepted: readonly CarryOver[]): Revision {
  const byTask = new Map(accepted.map((one) => [one.task, one.decision]));
  const edits = table.rows.flatMap((row) => {
    const decision = byTask.get(row.task.id);
    if (!decision) return [];
    const { applicability, reason, note } = decision;
    const marked =
      applicability === 'undecided' ? [] : planMark([row], [row.key], { applicability, reason }).edits;
    const cells = {
      ...marked[0]?.cells,
      ...(note !== '' && row.tableRow.cells.note === '' && { note }),
    };
    return Object.keys(cells).length > 0 ? [{ key: row.key, cells }] : [];
  });
  return { kind: 'revise', facts: null, edits, add: [], remove: [] };
}

/**
 * Proposes last year's marks, reasons and notes for the matching tasks of this year. Nothing is written before the user
 * has chosen; exact matches are preselected.
 */
export const carryOverProgress: StagedCommand<CarryOverInput, StagedCarryOver, CarryOverOutcome> = {
  id: 'carry-over',
  labelKey: 'command.carry-over',
  stage: async (context, { file, source, document }) => {
    const lastYear = await getReaders(context).readWorkbook(file, source);
    if (!lastYear.ok) return lastYear;
    return runOnWorkbook<StagedCarryOver>(async (excel) => {
      const table = readTasks(await readSnapshot(excel));
      if (!table.ok) return table;
      const proposals = buildProposals(lastYear.value, table.value, document);
      if (proposals.length === 0) return err('nothing-to-carry');
      const accepted = proposals.filter(({ match }) => match === 'exact').map(({ task }) => task);
      return ok({ proposals, accepted }, lastYear.warnings);
    });
  },
  run: ({ now }, { proposals, accepted }) =>
    runOnWorkbook<CarryOverOutcome>(async (context) => {
      const snapshot = await readSnapshot(context);
      const table = readTasks(snapshot);
      if (!table.ok) return table;
      const chosen = proposals.filter(({ task }) => accepted.includes(task));
      const change = buildCarryOverRevision(table.value, chosen);
      const done = await changeWorkbook(context, snapshot, change, {
        command: carryOverProgress.id,
        at: now(),
      });
      return done.ok ? { ...done, value: { written: done.value.written, tasks: chosen.length } } : done;
    }),
};
