import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import { openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { renewProgress } from '../../../src/commands/progress/index';
import type { StoredState } from '../../../src/progress/types';
import { addDays, fromExcelSerial, toExcelSerial } from '../../../src/shared/dates';
import { LOG_HEADERS } from '../../../src/sheets/labels/progress-labels';
import { STATUS_LABELS } from '../../../src/sheets/labels/school-labels';
import { createRandom, pick } from '../random';
import { type Answers, AS_OF } from './create-answers';
import { setValue } from './edit-sheet';

/** What a school says of one occurrence of a task. */
export type LoggedOccurrence = {
  task: string;
  key: string;
  state: StoredState;
  /** Last day in time; '' where there is none. */
  due: string;
  doneOn: string;
};

const LOG_TIME = new Date(`${AS_OF}T08:00:00Z`);

function findLogSheet(book: WorkbookModel): {
  sheet: SheetModel;
  rows: number[];
  column: (header: string) => number;
} {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find(({ name }) => name === 'TienDo');
    if (!table) continue;
    const { top, bottom, left } = table.area;
    const rows = Array.from({ length: bottom - top }, (_, index) => top + 1 + index);
    return {
      sheet,
      rows,
      column: (header) => left + table.columns.findIndex(({ name }) => name === header),
    };
  }
  throw new Error('no log');
}

const STATES: readonly StoredState[] = ['done', 'done', 'done', 'inProgress', 'notStarted', 'nothingArisen'];

/**
 * A school that keeps the log: made by the add-in's own command, then each occurrence answered, early, in time or late.
 * The columns of *Phụ lục* follow from the log, and so do the answers for the tasks as a whole.
 */
export async function fillLog(
  book: WorkbookModel,
  answers: Answers,
  seed: number,
): Promise<LoggedOccurrence[]> {
  const excel = await openNodeExcel(book);
  excel.install();
  try {
    const context = { now: () => LOG_TIME };
    const staged = await renewProgress.stage(context, undefined);
    if (!staged.ok) throw new Error(staged.problems.map(({ code }) => code).join(', '));
    const done = await renewProgress.run(context, staged.value);
    if (!done.ok) throw new Error(done.problems.map(({ code }) => code).join(', '));
  } finally {
    await excel.waitForIdle();
    excel.close();
  }
  const random = createRandom(seed);
  const { sheet, rows, column } = findLogSheet(book);
  recalculate(book, { now: LOG_TIME });
  const at = (row: number, header: string) => getCell(sheet, row, column(header)).value;
  const retained = rows.map((row): LoggedOccurrence => {
    const day = at(row, LOG_HEADERS.lastDay);
    const due = typeof day === 'number' ? (fromExcelSerial(day) ?? '') : '';
    const state = pick(STATES, random);
    // Some days early, on the day, or late; and no day lies after that of the consolidation.
    const doneOn = [addDays(due || '2026-06-01', random(12) - 7), AS_OF].sort()[0]!;
    setValue(sheet, row, column(LOG_HEADERS.state), STATUS_LABELS[state]);
    setValue(sheet, row, column(LOG_HEADERS.doneOn), state === 'done' ? toExcelSerial(doneOn) : '');
    if (state === 'done') {
      // A document's number or an explanation will do as well as a file.
      const proof = [LOG_HEADERS.evidence, LOG_HEADERS.number, LOG_HEADERS.explanation][row % 3]!;
      setValue(sheet, row, column(proof), `${1 + random(90)}/BC`);
    }
    return {
      task: String(at(row, LOG_HEADERS.task)),
      key: String(at(row, LOG_HEADERS.event)),
      state,
      due,
      doneOn: state === 'done' ? doneOn : '',
    };
  });
  recalculate(book, { now: LOG_TIME });
  for (const [task, answer] of answers) {
    const of = retained.filter((one) => one.task === task);
    if (answer.applicability !== 'performed') continue;
    answers.set(task, { ...answer, ...combineOccurrences(of) });
  }
  return retained;
}

/** A task is what its occurrences are together; what is next to do decides when it is late. */
function combineOccurrences(of: readonly LoggedOccurrence[]): {
  state: StoredState;
  due: string;
  doneOn: string;
} {
  const closed = of.filter(({ state }) => state === 'done' || state === 'nothingArisen');
  const isClosed = closed.length === of.length;
  const state: StoredState =
    of.length === 0
      ? 'notStarted'
      : of.every((one) => one.state === 'nothingArisen')
        ? 'nothingArisen'
        : isClosed
          ? 'done'
          : of.some((one) => one.state === 'done' || one.state === 'inProgress')
            ? 'inProgress'
            : 'notStarted';
  const dues = (isClosed ? closed : of.filter((one) => !closed.includes(one)))
    .flatMap(({ due }) => (due === '' ? [] : [due]))
    .sort();
  const days = of.flatMap(({ doneOn }) => (doneOn === '' ? [] : [doneOn])).sort();
  return {
    state,
    due: (isClosed ? dues.at(-1) : dues[0]) ?? '',
    doneOn: state === 'done' ? (days.at(-1) ?? '') : '',
  };
}
