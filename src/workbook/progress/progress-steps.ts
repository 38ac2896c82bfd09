import { logHeaders, progressSheetNames } from '../../locales/progress-sheet-words';
import type { ProgressSettings } from '../../annex/progress/settings';
import { areaOf } from '../address';
import type { TrackedTable } from '../read-tasks';
import type { RowChanges } from '../revise-rows';
import type { SheetPlan } from '../sheet-plan';
import { RECORD_SHEET } from '../record';
import { freeSheetName, hasSheet, sheetOfName } from '../snapshot';
import type { Snapshot } from '../snapshot';
import type { Step } from '../step';
import { CALENDAR_NAMES, calendarSheet } from './calendar-sheet';
import { taskHeaders } from './linked-columns';
import { FORMULA_COLUMNS, LOG_COLUMN_IDS, LOG_LOOKS } from './log-columns';
import type { LogColumnId } from './log-columns';
import { logFormulas } from './log-formulas';
import type { LogBookRow } from './log-rows';
import { logConditionalFormats, logSheet, logValidations } from './log-sheet';
import type { LogArea } from './log-sheet';
import { hasSettings } from './plan-settings';
import type { ReadLog } from './read-log';
import { SETTING_NAMES } from './setting-names';
import { settingsSheet } from './settings-sheet';

/** Names of the sheets of progress. */
export const OUR_PROGRESS_NAMES: readonly string[] = [
  ...Object.values(SETTING_NAMES),
  ...Object.values(CALENDAR_NAMES),
];

/** Those of the names that the workbook has. */
export function namesPresent({ names }: Snapshot, ours: readonly string[]): string[] {
  return ours.filter((name) => names.some((one) => one.name === name));
}

/** Formulas of the log where they are not whole, after rows came, or where a header was renamed. */
export function formulaSteps(
  log: ReadLog,
  snapshot: Snapshot,
  table: TrackedTable,
  height: number,
  cameRows: boolean,
): Step[] {
  const formulas = logFormulas(log.names, taskHeaders(table));
  const { whole, first } = snapshot.progress!.formulas;
  const fills = FORMULA_COLUMNS.flatMap((id) => {
    const column = log.columns[id]!;
    const isIntact = whole.includes(column) && first[column] === formulas[id];
    if (isIntact && !cameRows) return [];
    const area = areaOf(log.top + 1, log.left + column, height, 1);
    return [{ area, formula: formulas[id], numberFormat: LOG_LOOKS[id].numberFormat }];
  });
  return fills.length === 0 ? [] : [{ kind: 'fill', sheet: log.sheet, fills }];
}

/**
 * What Excel takes along with the first row when rows come before it or it goes: drop-downs and looks are set again
 * over the whole column.
 */
export function ruleSteps(log: ReadLog, { add, remove }: RowChanges<LogColumnId>, height: number): Step[] {
  const first = log.rows[0]?.key;
  const isMoved = first === undefined || remove.includes(first) || add.some(({ after }) => after === null);
  const isPresent = LOG_COLUMN_IDS.every((id) => log.columns[id] !== undefined);
  if ((add.length === 0 && remove.length === 0) || !isMoved || !isPresent) return [];
  const area: LogArea = (id) => areaOf(log.top + 1, log.left + log.columns[id]!, height, 1);
  const body = areaOf(log.top + 1, log.left, height, log.headers.length);
  return [
    { kind: 'validate', sheet: log.sheet, validations: logValidations(area) },
    { kind: 'reformat', sheet: log.sheet, area: body, formats: logConditionalFormats(area) },
  ];
}

/** Sheets that are not there; one that lost what it speaks of is written anew. */
export function sheetSteps(
  snapshot: Snapshot,
  log: ReadLog | null,
  rows: readonly LogBookRow[],
  table: TrackedTable,
  settings: ProgressSettings,
): Step[] {
  const free = (name: string): string => freeSheetName(snapshot, name);
  const calendarName = sheetOfName(snapshot, CALENDAR_NAMES.month);
  const hasAll = hasSettings(snapshot);
  const settingsName = sheetOfName(snapshot, SETTING_NAMES.today);
  const added: SheetPlan[] = [];
  const rewritten: SheetPlan[] = [];
  if (!log) added.push(logSheet(rows, taskHeaders(table), free(progressSheetNames.log)));
  if (calendarName === null)
    added.push(calendarSheet(log?.names ?? logHeaders, free(progressSheetNames.calendar)));
  else if (!log) rewritten.push(calendarSheet(logHeaders, calendarName));
  if (settingsName === null) added.push(settingsSheet(settings, free(progressSheetNames.settings)));
  else if (!hasAll) rewritten.push(settingsSheet(settings, settingsName));
  // Names whose sheet was deleted lead nowhere and stand in the way of new ones.
  const alive = new Set(rewritten.flatMap(({ names }) => names.map(({ name }) => name)));
  const broken = added
    .flatMap(({ names }) => names.map(({ name }) => name))
    .filter((name) => !alive.has(name) && namesPresent(snapshot, [name]).length > 0);
  return [
    ...(broken.length > 0 ? [{ kind: 'remove-names', names: broken } satisfies Step] : []),
    ...(added.length > 0 ? [{ kind: 'add-sheets', sheets: added, activate: null } satisfies Step] : []),
    // What the add-in knows stands behind the sheets that people see.
    ...(added.length > 0 && hasSheet(snapshot, RECORD_SHEET)
      ? [
          {
            kind: 'place-sheet',
            sheet: RECORD_SHEET,
            position: snapshot.sheets.length + added.length - 1,
          } satisfies Step,
        ]
      : []),
    ...rewritten.map((sheet): Step => ({
      kind: 'rewrite-sheet',
      sheet,
      names: namesPresent(
        snapshot,
        sheet.names.map(({ name }) => name),
      ),
      charts: [],
    })),
  ];
}
