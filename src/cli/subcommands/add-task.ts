import { getEditionYear } from '../../annex/get-edition-year';
import { DOCUMENT_KINDS } from '../../annex/tracked-document';
import { addTasks, type AddTasksInput } from '../../commands/add-tasks';
import { describeReading } from '../../i18n/describe-reading';
import { type Locale, t } from '../../i18n/locale';
import type { AdditionTarget, NewTask, PlannedTask } from '../../school-workbook/tasks/plan-task-addition';
import { parseIsoDate } from '../../shared/dates';
import { addFileName } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';
import { saveChangedWorkbook } from '../save-changed-workbook';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { ADD_TASK_SPEC } from './specs';

type AddTaskOptions = SubcommandInput<typeof ADD_TASK_SPEC.options>['options'];

function parseTarget({
  document = '',
  kind,
  date = '',
  agency = '',
  title = '',
}: AddTaskOptions): AdditionTarget {
  if (kind === undefined) return { kind: 'existing', document };
  return {
    kind: 'new',
    documentKind: DOCUMENT_KINDS.find((one) => one === kind) ?? 'other',
    edition: {
      issuer: agency,
      number: document,
      date,
      title,
      year: getEditionYear({ year: null, date }),
    },
  };
}

function parseTasks(options: AddTaskOptions): NewTask[] {
  const {
    content,
    section = '',
    lead = '',
    coordinating = '',
    product = '',
    timing = '',
    person = '',
  } = options;
  if (content === undefined) return [];
  return [{ section, content, leadUnit: lead, coordinatingUnit: coordinating, product, timing, person }];
}

function formatTask({ task, reading }: PlannedTask, locale: Locale): string[] {
  return [`  ${task.id} · ${task.content}`, `    ${describeReading(locale, reading)}`];
}

/**
 * `phuluc add-task FILE.xlsx --document SIGN --content …`: a task that was typed in, through the same command as in the
 * pane; with `--kind` of a document that the workbook does not have yet, without `--content` that document alone.
 */
export async function runAddTask({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof ADD_TASK_SPEC.options>): Promise<SubcommandResult> {
  const { date } = options;
  if (date !== undefined && !parseIsoDate(date))
    return createUsageFailure(locale, 'cli.usage.date', { value: date });
  if (options.kind === undefined && (options.document === undefined || options.content === undefined))
    return createUsageFailure(locale, 'cli.usage.add-task');
  const input: AddTasksInput = {
    target: parseTarget(options),
    tasks: parseTasks(options),
    keepUnread: options['as-printed'] === true,
  };
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  const done = await withExcel(opened.value, async () => {
    const staged = await addTasks.stage({ now }, input);
    if (!staged.ok) return staged;
    const outcome = await addTasks.run({ now }, staged.value);
    return outcome.ok
      ? { ...outcome, value: { ...outcome.value, plan: staged.value.plan }, warnings: staged.warnings }
      : outcome;
  });
  if (!done.ok) return addFileName(done, file);
  const { written, document, plan } = done.value;
  const saved = await saveChangedWorkbook(
    { workbook: opened.value, warnings: opened.warnings, file, out: options.out, isChanged: written },
    locale,
  );
  if (!saved.ok) return saved;
  const what = written ? 'add-task.done' : 'add-task.unchanged';
  return {
    ok: true,
    lines: [
      t(locale, what, { count: plan.tasks.length, document }),
      ...plan.tasks.flatMap((task) => formatTask(task, locale)),
      ...saved.value,
    ],
    json: {
      written,
      document,
      isNewDocument: plan.isNewDocument,
      tasks: plan.tasks.map(({ task, person, reading, isUnread }) => ({
        task,
        person,
        due: reading.due,
        isUnread,
      })),
    },
    warnings: [...saved.warnings, ...addFileName(done, file).warnings],
  };
}
