import { quoteFormulaText } from '../../sheets/formula-text';
import {
  BEFORE_MEANS_LABELS,
  DAY_OFF_SHIFT_LABELS,
  DEADLINE_BOUND_LABELS,
  TIMELINESS_LABELS,
} from '../../sheets/labels/progress-labels';
import { APPLICABILITY_LABELS, DOCUMENT_HEADER, STATUS_LABELS } from '../../sheets/labels/school-labels';
import { buildColumnReference, buildThisRowReference, escapeHeader } from '../../sheets/table-reference';
import { SETTING_NAMES } from '../settings/setting-names';
import { buildTaskReference, TASK_TABLE, type TaskColumnId } from '../tasks/task-columns';
import type { LinkedColumn } from './linked-column-ids';
import { type FormulaColumn, LOG_TABLE, type LogColumnId } from './log-columns';

/** Headers as they stand now; a clerk may have renamed them. */
export type LogHeaders = Record<LogColumnId, string>;
export type TaskHeaders = Record<TaskColumnId, string>;

export function buildLogReference(headers: LogHeaders, id: LogColumnId): string {
  return buildColumnReference(headers[id], LOG_TABLE);
}

/** Builds the condition that a cell holds a date: a serial number after February 1900 and before the year 10000. */
const buildIsDateCondition = (cell: string): string => `AND(N(${cell})>60,N(${cell})<2958466)`;

/** Distance between the keys of two days: Excel has 1,048,576. Keys are whole numbers, so that every program finds them. */
export const DAY_KEY_FACTOR = 10 ** 7;

/** Distance between the keys of two tasks: serial numbers of dates are below half of it. */
const TASK_KEY_FACTOR = 10 ** 7;
const CLOSED_KEY_START = 5 * 10 ** 6;
const CLOSED_KEY_END = 9 * 10 ** 6;

/**
 * Builds the columns of `TienDo` that follow from the others, with functions of Excel 2007 and 2010 only. Whatever
 * is missing, unread or in error ends in "Cần xem lại", never in a state of being in time.
 *
 * @param ended codes of the documents that are not followed any more
 */
export function buildLogFormulas(
  log: LogHeaders,
  tasks: TaskHeaders,
  ended: readonly string[] = [],
): Record<FormulaColumn, string> {
  const at = (id: LogColumnId): string => buildThisRowReference(log[id]);
  const ofTask = (id: TaskColumnId): string => buildTaskReference(tasks[id]);
  const [due, byHand, stated, last, now] = [
    at('due'),
    at('dueByHand'),
    at('statedDay'),
    at('lastDay'),
    at('timeliness'),
  ];
  const bound = (word: keyof typeof DEADLINE_BOUND_LABELS): string =>
    `${at('bound')}=${quoteFormulaText(DEADLINE_BOUND_LABELS[word])}`;
  const state = (word: keyof typeof STATUS_LABELS): string =>
    `${at('state')}=${quoteFormulaText(STATUS_LABELS[word])}`;
  const w = Object.fromEntries(
    Object.entries(TIMELINESS_LABELS).map(([id, word]) => [id, quoteFormulaText(word)]),
  ) as Record<keyof typeof TIMELINESS_LABELS, string>;
  const today = `(INT(${SETTING_NAMES.today})/(${SETTING_NAMES.today}>60))`;
  const free = `AND(${byHand}="",${due}="",${bound('none')})`;
  // The same as `now` being another state than "not tracked", but without the day: the keys, and with them all columns
  // that search them, are not calculated again at every entry because of TODAY().
  const performed = quoteFormulaText(APPLICABILITY_LABELS.performed);
  const tracked =
    `IF(${at('taskRow')}=0,FALSE,` +
    `IFERROR(INDEX(${ofTask('applicability')},${at('taskRow')})=${performed},TRUE))`;
  // Of a document that has ended a row is no longer followed; *Phụ lục* keeps what it has come to.
  const document = `INDEX(${buildTaskReference(DOCUMENT_HEADER)},${at('taskRow')})`;
  const isEnded = ended.map((code) => `${document}=${quoteFormulaText(code)}`).join(',');
  const unlessEnded = (word: string, formula: string): string =>
    ended.length === 0 ? formula : `IF(OR(${isEnded}),${word},${formula})`;
  const closed = `OR(${state('done')},${state('nothingArisen')})`;
  const earlier =
    `MAX(WORKDAY(${stated}+1,-1,${SETTING_NAMES.daysOff}),` +
    `SUMPRODUCT(MAX((${SETTING_NAMES.worked}<=${stated})*${SETTING_NAMES.worked})))`;
  const later =
    `MIN(WORKDAY(${stated}-1,1,${SETTING_NAMES.daysOff}),` +
    `IFERROR(SMALL(${SETTING_NAMES.worked},COUNTIF(${SETTING_NAMES.worked},"<"&${stated})+1),${TASK_KEY_FACTOR}))`;
  const done =
    `IF(NOT(${buildIsDateCondition(at('doneOn'))}),${w.needsReview},IF(${free},${w.done},` +
    `IF(INT(${at('doneOn')})>${last},${w.doneLate},` +
    `IF(AND(INT(${at('doneOn')})<${last},INT(${at('doneOn')})<IF(${byHand}="",${due},${byHand})),` +
    `${w.doneEarly},${w.doneOnTime}))))`;
  const open =
    `IF(${free},${w.noDeadline},IF(${today}>${last},${w.overdue},` +
    `IF(${last}-${today}<=${SETTING_NAMES.soonDays},${w.dueSoon},${w.notDueYet})))`;
  return {
    taskRow: `=IF(${bound('gone')},0,IFERROR(MATCH(${at('task')},${ofTask('id')},0),0))`,
    statedDay:
      `=IF(${buildIsDateCondition(byHand)},INT(${byHand}),IF(OR(${byHand}<>"",NOT(${buildIsDateCondition(due)})),"",INT(${due})` +
      `-IF(AND(${bound('before')},${SETTING_NAMES.beforeMeans}<>${quoteFormulaText(BEFORE_MEANS_LABELS.sameDay)}),1,0)))`,
    lastDay:
      `=IF(${stated}="","",IF(${SETTING_NAMES.shift}=${quoteFormulaText(DAY_OFF_SHIFT_LABELS.earlier)},${earlier},` +
      `IF(${SETTING_NAMES.shift}=${quoteFormulaText(DAY_OFF_SHIFT_LABELS.later)},${later},${stated})))`,
    timeliness:
      `=IFERROR(IF(${at('taskRow')}=0,${w.notTracked},` +
      `IF(INDEX(${ofTask('applicability')},${at('taskRow')})<>${quoteFormulaText(APPLICABILITY_LABELS.performed)},${w.notTracked},` +
      unlessEnded(
        w.notTracked,
        `IF(${state('nothingArisen')},${w.nothingArisen},` +
          `IF(NOT(OR(${free},ISNUMBER(${last}))),${w.needsReview},` +
          `IF(${state('done')},${done},${open})))`,
      ) +
      `)),${w.needsReview})`,
    daysLeft:
      `=IF(OR(${now}=${w.overdue},${now}=${w.dueSoon},${now}=${w.notDueYet}),` + `${last}-${today},"")`,
    openKey: `=IF(ISNUMBER(${at('daysLeft')}),${last}*${DAY_KEY_FACTOR}+ROW(),"")`,
    dateKey: `=IF(AND(ISNUMBER(${last}),${tracked}),${unlessEnded('""', `${last}*${DAY_KEY_FACTOR}+ROW()`)},"")`,
    dueKey:
      `=IF(AND(ISNUMBER(${last}),${tracked}),${at('taskRow')}*${TASK_KEY_FACTOR}+` +
      `IF(${closed},${CLOSED_KEY_END}-${last},${last}),"")`,
    doneKey:
      `=IF(AND(${state('done')},${buildIsDateCondition(at('doneOn'))},${tracked}),` +
      `${at('taskRow')}*${TASK_KEY_FACTOR}+INT(${at('doneOn')}),"")`,
  };
}

/**
 * Columns of `NhiemVu` that say what `TienDo` has of a task: the next deadline (the last one when all are done), the
 * state of all its occurrences together, and the last document. By formula, so that they move with a hand's change of
 * *Tiến độ* where the add-in is not there.
 */
export function buildLinkedFormulas(log: LogHeaders, tasks: TaskHeaders): Record<LinkedColumn, string> {
  const ref = (id: LogColumnId): string => buildLogReference(log, id);
  const row = `(ROW()-ROW(${TASK_TABLE}[[#Headers],[${escapeHeader(tasks.id)}]]))`;
  const performed = `${buildThisRowReference(tasks.applicability)}=${quoteFormulaText(APPLICABILITY_LABELS.performed)}`;
  const count = (state?: keyof typeof STATUS_LABELS): string =>
    `COUNTIFS(${ref('taskRow')},${row}${state ? `,${ref('state')},${quoteFormulaText(STATUS_LABELS[state])}` : ''})`;
  const first = `SMALL(${ref('dueKey')},COUNTIF(${ref('dueKey')},"<"&${row}*${TASK_KEY_FACTOR})+1)-${row}*${TASK_KEY_FACTOR}`;
  const latest = `LARGE(${ref('doneKey')},COUNTIF(${ref('doneKey')},">="&(${row}+1)*${TASK_KEY_FACTOR})+1)`;
  const word = (state: keyof typeof STATUS_LABELS): string => quoteFormulaText(STATUS_LABELS[state]);
  const status = buildThisRowReference(tasks.status);
  const doneOn = buildThisRowReference(tasks.doneOn);
  const found = (id: LogColumnId): string =>
    `INDEX(${ref(id)},MATCH(${row}*${TASK_KEY_FACTOR}+${doneOn},${ref('doneKey')},0))`;
  return {
    due: `=IF(${performed},IFERROR(IF(${first}>=${TASK_KEY_FACTOR},"",IF(${first}>=${CLOSED_KEY_START - 1},${CLOSED_KEY_END}-(${first}),${first})),""),"")`,
    status:
      `=IF(${performed},IF(${count()}=0,${word('notStarted')},IF(${count('nothingArisen')}=${count()},${word('nothingArisen')},` +
      `IF(${count('done')}+${count('nothingArisen')}=${count()},${word('done')},` +
      `IF(${count('done')}+${count('inProgress')}>0,${word('inProgress')},${word('notStarted')})))),"")`,
    doneOn: `=IF(${status}=${word('done')},IFERROR(IF(${latest}<${row}*${TASK_KEY_FACTOR},"",${latest}-${row}*${TASK_KEY_FACTOR}),""),"")`,
    evidence:
      `=IF(ISNUMBER(${doneOn}),IFERROR(${found('number')}&IF(AND(${found('number')}<>"",${found('evidence')}<>""),"; ","")` +
      `&${found('evidence')},""),"")`,
  };
}
