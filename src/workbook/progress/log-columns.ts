import { logHeaders } from '../../locales/progress-sheet-words';

export type LogColumnId = keyof typeof logHeaders;
export const LOG_COLUMN_IDS = Object.keys(logHeaders) as LogColumnId[];

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
export const NEEDED_LOG_COLUMNS = [
  'event',
  'task',
  'due',
  'bound',
  'dueByHand',
  'state',
  'doneOn',
  ...FORMULA_COLUMNS,
] as const satisfies readonly LogColumnId[];

type Look = { numberFormat: '@' | 'dd/mm/yyyy' | 'General' | '0'; width: number; horizontal?: 'Center' };

const text = (width: number): Look => ({ numberFormat: '@', width });
const centred = (width: number): Look => ({ numberFormat: '@', width, horizontal: 'Center' });
const date = (width: number): Look => ({ numberFormat: 'dd/mm/yyyy', width, horizontal: 'Center' });
/** Width 0 hides a column: keys that the sheets *Lịch* and *Phụ lục* look things up by. */
const helper: Look = { numberFormat: 'General', width: 0 };

export const LOG_LOOKS = {
  task: centred(40),
  content: text(210),
  leadUnit: text(84),
  product: text(78),
  productTypes: text(76),
  timing: text(78),
  due: date(60),
  bound: centred(66),
  dueByHand: date(60),
  lastDay: date(60),
  timeliness: { numberFormat: 'General', width: 78, horizontal: 'Center' },
  daysLeft: { numberFormat: '0', width: 42, horizontal: 'Center' },
  state: centred(66),
  doneOn: date(60),
  number: text(78),
  evidence: text(84),
  explanation: text(84),
  note: text(78),
  event: text(84),
  taskRow: helper,
  statedDay: helper,
  openKey: helper,
  dateKey: helper,
  dueKey: helper,
  doneKey: helper,
} satisfies Record<LogColumnId, Look> as Record<LogColumnId, Look>;

export const LOG_WIDTHS = LOG_COLUMN_IDS.map((id) => LOG_LOOKS[id].width);
