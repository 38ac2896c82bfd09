import { createRange } from '@phuluc/ooxml/a1';
import type { ProgressSettings } from '../../progress/progress-settings';
import { LOG_HEADERS, PROGRESS_SHEET_NAMES } from '../../sheets/labels/progress-labels';
import { isSameFormula } from '../../sheets/normalize-formula';
import type { Operation } from '../../sheets/operation';
import { filterPresentNames, findSheetOfName, getFreeSheetName, hasSheet } from '../../sheets/sheet-names';
import type { SheetSpec } from '../../sheets/sheet-spec';
import { listEndedCodes } from '../documents/documents';
import { METADATA_SHEET } from '../metadata-sheet';
import type { WorkbookMetadata } from '../school-workbook';
import { SETTING_NAMES } from '../settings/setting-names';
import { hasAllSettings } from '../settings/settings-operations';
import { buildSettingsSheet } from '../settings/settings-sheet';
import { type Snapshot } from '../snapshot';
import type { TaskTable } from '../tasks/read-tasks';
import type { TableRowChanges } from '../tasks/revise-table-rows';
import { buildCalendarSheet, CALENDAR_NAMES } from './calendar-sheet';
import { getTaskHeaders } from './linked-columns';
import { FORMULA_COLUMNS, LOG_COLUMN_IDS, LOG_COLUMN_STYLES, type LogColumnId } from './log-columns';
import { buildLogFormulas } from './log-formulas';
import type { LogTableRow } from './log-rows';
import {
  buildLogConditionalFormats,
  buildLogSheet,
  buildLogValidations,
  type LogColumnRange,
} from './log-sheet';
import type { LogTable } from './read-log';

/** Names of the sheets of progress. */
export const MANAGED_PROGRESS_NAMES: readonly string[] = [
  ...Object.values(SETTING_NAMES),
  ...Object.values(CALENDAR_NAMES),
];

/** Formulas of the log where they are not whole, after rows came, or where a header was renamed. */
export function createFormulaOperations(
  log: LogTable,
  snapshot: Snapshot,
  table: TaskTable,
  height: number,
  { cameRows, metadata }: { cameRows: boolean; metadata: WorkbookMetadata | null },
): Operation[] {
  const formulas = buildLogFormulas(log.names, getTaskHeaders(table), listEndedCodes(metadata));
  const { whole: total, first } = snapshot.progress!.formulas;
  const fills = FORMULA_COLUMNS.flatMap((id) => {
    const column = log.columns[id]!;
    const isIntact = total.includes(column) && isSameFormula(first[column] ?? '', formulas[id]);
    if (isIntact && !cameRows) return [];
    const area = createRange(log.top + 1, log.left + column, height, 1);
    return [{ area, formula: formulas[id], numberFormat: LOG_COLUMN_STYLES[id].numberFormat }];
  });
  return fills.length === 0 ? [] : [{ kind: 'fill', sheet: log.sheet, fills }];
}

/**
 * Creates the operations that set drop-downs and formats again over the whole column: Excel takes them along when
 * rows are inserted before the first row or it is deleted.
 */
export function createRuleOperations(
  log: LogTable,
  { add, remove }: TableRowChanges<LogColumnId>,
  height: number,
): Operation[] {
  const first = log.rows[0]?.key;
  const isMoved = first === undefined || remove.includes(first) || add.some(({ after }) => after === null);
  const isPresent = LOG_COLUMN_IDS.every((id) => log.columns[id] !== undefined);
  if ((add.length === 0 && remove.length === 0) || !isMoved || !isPresent) return [];
  const area: LogColumnRange = (id) => createRange(log.top + 1, log.left + log.columns[id]!, height, 1);
  const body = createRange(log.top + 1, log.left, height, log.headers.length);
  return [
    { kind: 'validate', sheet: log.sheet, validations: buildLogValidations(area) },
    { kind: 'reformat', sheet: log.sheet, area: body, formats: buildLogConditionalFormats(area) },
  ];
}

/** Creates missing sheets; one whose formulas lost their table is written again. */
export function createSheetOperations(
  snapshot: Snapshot,
  log: LogTable | null,
  rows: readonly LogTableRow[],
  table: TaskTable,
  settings: ProgressSettings,
): Operation[] {
  const free = (name: string): string => getFreeSheetName(snapshot, name);
  const calendarName = findSheetOfName(snapshot, CALENDAR_NAMES.month);
  const hasAll = hasAllSettings(snapshot);
  const settingsName = findSheetOfName(snapshot, SETTING_NAMES.today);
  const added: SheetSpec[] = [];
  const rewritten: SheetSpec[] = [];
  if (!log) {
    const ended = listEndedCodes(snapshot.metadataSheet.metadata);
    added.push(buildLogSheet(rows, getTaskHeaders(table), free(PROGRESS_SHEET_NAMES.log), ended));
  }
  if (calendarName === null)
    added.push(buildCalendarSheet(log?.names ?? LOG_HEADERS, free(PROGRESS_SHEET_NAMES.calendar)));
  else if (!log) rewritten.push(buildCalendarSheet(LOG_HEADERS, calendarName));
  if (settingsName === null) added.push(buildSettingsSheet(settings, free(PROGRESS_SHEET_NAMES.settings)));
  else if (!hasAll) rewritten.push(buildSettingsSheet(settings, settingsName));
  // Names whose sheet was deleted lead nowhere and stand in the way of new ones.
  const alive = new Set(rewritten.flatMap(({ names }) => names.map(({ name }) => name)));
  const broken = added
    .flatMap(({ names }) => names.map(({ name }) => name))
    .filter((name) => !alive.has(name) && filterPresentNames(snapshot, [name]).length > 0);
  return [
    ...(broken.length > 0 ? [{ kind: 'remove-names', names: broken } satisfies Operation] : []),
    ...(added.length > 0 ? [{ kind: 'add-sheets', sheets: added, activate: null } satisfies Operation] : []),
    // What the add-in knows stands behind the sheets that people see.
    ...(added.length > 0 && hasSheet(snapshot, METADATA_SHEET)
      ? [
          {
            kind: 'place-sheet',
            sheet: METADATA_SHEET,
            position: snapshot.sheets.length + added.length - 1,
          } satisfies Operation,
        ]
      : []),
    ...rewritten.map((sheet): Operation => ({
      kind: 'rewrite-sheet',
      sheet,
      names: filterPresentNames(
        snapshot,
        sheet.names.map(({ name }) => name),
      ),
      charts: [],
    })),
  ];
}
