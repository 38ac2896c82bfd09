import { LOG_HEADERS } from '../../sheets/labels/progress-labels';

export type LogColumnId = keyof typeof LOG_HEADERS;
export const LOG_COLUMN_IDS = Object.keys(LOG_HEADERS) as LogColumnId[];

/** One row an occurrence; other workbooks and formulas refer to it. */
export const LOG_TABLE = 'TienDo';

/** Follow from the others by formula; the add-in never writes values there. */
export const FORMULA_COLUMNS = [
  'lastDay',
  'timeliness',
  'daysLeft',
  'taskRow',
  'statedDay',
  'openKey',
  'dateKey',
  'dueKey',
  'doneKey',
] as const satisfies readonly LogColumnId[];

export type FormulaColumn = (typeof FORMULA_COLUMNS)[number];
export type WrittenColumn = Exclude<LogColumnId, FormulaColumn>;
export const WRITTEN_COLUMNS = LOG_COLUMN_IDS.filter(
  (id): id is WrittenColumn => !(FORMULA_COLUMNS as readonly LogColumnId[]).includes(id),
);

/** What the clerk types; a renewal never changes these. */
export const TYPED_COLUMNS = [
  'dueByHand',
  'state',
  'doneOn',
  'number',
  'evidence',
  'explanation',
  'note',
] as const satisfies readonly WrittenColumn[];

/** Columns without which the table cannot be understood or calculated. */
export const REQUIRED_LOG_COLUMNS = [
  'event',
  'task',
  'due',
  'bound',
  'dueByHand',
  'state',
  'doneOn',
  ...FORMULA_COLUMNS,
] as const satisfies readonly LogColumnId[];

type LogColumnStyle = {
  numberFormat: '@' | 'dd/mm/yyyy' | 'General' | '0';
  width: number;
  horizontal?: 'Center';
};

const createTextColumn = (width: number): LogColumnStyle => ({ numberFormat: '@', width });
const createCenteredColumn = (width: number): LogColumnStyle => ({
  numberFormat: '@',
  width,
  horizontal: 'Center',
});
const createDateColumn = (width: number): LogColumnStyle => ({
  numberFormat: 'dd/mm/yyyy',
  width,
  horizontal: 'Center',
});
/** Names of occurrences for the add-in; nobody needs to read them. */
const HIDDEN_TEXT_COLUMN: LogColumnStyle = createTextColumn(0);
/** Width 0 hides a column: keys that the sheets *Lịch* and *Phụ lục* look things up by. */
const HELPER_COLUMN: LogColumnStyle = { numberFormat: 'General', width: 0 };

export const LOG_COLUMN_STYLES = {
  task: createCenteredColumn(40),
  content: createTextColumn(210),
  leadUnit: createTextColumn(84),
  product: createTextColumn(78),
  productTypes: createTextColumn(76),
  timing: createTextColumn(78),
  due: createDateColumn(60),
  bound: createCenteredColumn(66),
  dueByHand: createDateColumn(60),
  lastDay: createDateColumn(60),
  timeliness: { numberFormat: 'General', width: 78, horizontal: 'Center' },
  daysLeft: { numberFormat: '0', width: 42, horizontal: 'Center' },
  state: createCenteredColumn(66),
  doneOn: createDateColumn(60),
  number: createTextColumn(78),
  evidence: createTextColumn(84),
  explanation: createTextColumn(84),
  note: createTextColumn(78),
  event: HIDDEN_TEXT_COLUMN,
  taskRow: HELPER_COLUMN,
  statedDay: HELPER_COLUMN,
  openKey: HELPER_COLUMN,
  dateKey: HELPER_COLUMN,
  dueKey: HELPER_COLUMN,
  doneKey: HELPER_COLUMN,
} satisfies Record<LogColumnId, LogColumnStyle> as Record<LogColumnId, LogColumnStyle>;

export const LOG_COLUMN_WIDTHS = LOG_COLUMN_IDS.map((id) => LOG_COLUMN_STYLES[id].width);
