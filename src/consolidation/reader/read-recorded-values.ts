import { findMarker, getStatedReason, isBlankCell, readApplicability } from '../../annex/read-applicability';
import type { Applicability } from '../../annex/types';
import { parseStatus, type StatusReading } from '../../progress/status/parse-status';
import { isErrorValue } from '../../readers/remove-error-values';
import { fromExcelSerial, type IsoDate } from '../../shared/dates';
import { memoize } from '../../shared/memoize';
import type { ProblemCode } from '../../shared/problem';
import { cleanText, toMatchKey } from '../../shared/text';
import type { RecordedValues, SourceCell } from '../types';
import { findCompletionSpan } from './find-completion-span';
import { findDates } from './find-dates';
import { FIRST_SERIAL, parseCellDate } from './parse-cell-date';

/** Fields that tables of tasks and logs of occurrences have in common. */
type RecordedField =
  | 'applicability'
  | 'reason'
  | 'status'
  | 'due'
  | 'doneOn'
  | 'product'
  | 'evidence'
  | 'note'
  | 'coordinatingUnit'
  | 'timing';

export type RecordedCells = Partial<Record<RecordedField, SourceCell>>;

/** What could not be understood, and where it is typed. */
export type CellWarning = { code: ProblemCode; cell: string; value: string };

export type CellReadingContext = {
  date1904: boolean;
  /** Year of the annex, for dates typed without one. */
  year: number | null;
};

const PERFORMED_KEYS = new Set([
  'thuc hien',
  'co thuc hien',
  'co',
  'ap dung',
  'co ap dung',
  'duoc ap dung',
  'th',
  'yes',
]);
const NOT_PERFORMED_KEYS = new Set(['khong', 'ko', 'khong co', 'no', 'kth', 'khong th']);

const CHOICE_SIGN = /[/|,]|hoặc|hay/iu;
const BOTH_ANSWERS =
  /^(?:(?:thuc hien|th|co|ap dung) (?:hoac |hay )?(?:khong(?: thuc hien| ap dung| co)?|kth|ko)|(?:khong(?: thuc hien| ap dung| co)?|kth|ko) (?:hoac |hay )?(?:thuc hien|th|co|ap dung))$/;

/** Whether both answers of a choice stand there, of which none was struck out: "TH/KTH", "Có/Không". */
const isOpenChoice = (text: string, key: string): boolean => CHOICE_SIGN.test(text) && BOTH_ANSWERS.test(key);

/**
 * The words of the list of *Trạng thái*, which most cells hold: they need none of the grammar of free words, whose
 * patterns alone take a third of a second to prepare.
 */
const LISTED_STATES: ReadonlyMap<string, StatusReading> = new Map([
  ['Chưa thực hiện', { state: 'notStarted' }],
  ['Đang thực hiện', { state: 'inProgress' }],
  ['Hoàn thành', { state: 'done' }],
  ['Không phát sinh', { state: 'nothingArisen' }],
] as const);

/** Reads a status as {@link parseStatus} does, without its grammar where the list gave the word. */
const readStatusWords = (text: string): StatusReading => LISTED_STATES.get(text) ?? parseStatus(text);

/** 'unclear' for words that say neither; a tick or a cross may mean either. */
const parseApplicabilityAnswer = memoize((text: string): Applicability | 'unclear' => {
  if (isBlankCell(text)) return 'undecided';
  const key = toMatchKey(text);
  if (text.includes('?') || isOpenChoice(text, key)) return 'unclear';
  if (PERFORMED_KEYS.has(key)) return 'performed';
  if (NOT_PERFORMED_KEYS.has(key) || findMarker(text)) return 'notPerformed';
  return 'unclear';
});

const cleanTextCached = memoize(cleanText);

function getCleanText(cell: SourceCell | undefined): string {
  return cell === undefined || cell.blankFormula ? '' : cleanTextCached(String(cell.value));
}

function addCellWarning(warnings: CellWarning[], code: ProblemCode, { cell, value }: SourceCell): void {
  warnings.push({ code, cell, value: String(value).slice(0, 120) });
}

function readDateCell(
  cell: SourceCell | undefined,
  { date1904, year }: CellReadingContext,
  warnings: CellWarning[],
): IsoDate {
  if (!cell || cell.blankFormula || (typeof cell.value === 'string' && isBlankCell(cell.value))) return '';
  const date = parseCellDate(cell.value, date1904, year);
  if (date === '') addCellWarning(warnings, 'not-a-date', cell);
  return date;
}

/** Days of 1900 that Excel knows and `fromExcelSerial` does not, for its leap day that never was. */
const FIRST_EXCEL_DAY: IsoDate = '1900-01-01';

/**
 * Reads a number in the column of days that is too small to be one of today ("15", a year, 0) as the day that Excel shows.
 *
 * @returns null for everything else
 */
function readDayOf1900(cell: SourceCell): IsoDate | null {
  const { value } = cell;
  if (typeof value !== 'number' || value < 0 || value >= FIRST_SERIAL) return null;
  return fromExcelSerial(value) ?? FIRST_EXCEL_DAY;
}

const UNCERTAIN_WORDS =
  /(?:^| )(?:khoang|chung|uoc|uoc chung|tam tinh|hinh nhu|co le|khong nho|khong ro)(?= |$)/;

/** "15/03/2026?", "khoảng 15/3/2026": nobody knows the day. */
const isUncertain = (text: string): boolean => text.includes('?') || UNCERTAIN_WORDS.test(toMatchKey(text));

/**
 * Reads the day of completion. Of several dates the one counts whose words say that the work was handed in then; where
 * none or several do, the officer is asked. A day of an extension or a plan is none of completion.
 */
function readCompletionDate(
  cell: SourceCell | undefined,
  context: CellReadingContext,
  warnings: CellWarning[],
): IsoDate {
  const day = cell && readDayOf1900(cell);
  if (day) return day;
  if (typeof cell?.value === 'string' && isUncertain(cell.value)) {
    addCellWarning(warnings, 'not-a-date', cell);
    return '';
  }
  const dates = typeof cell?.value === 'string' && !cell.blankFormula ? findDates(cell.value) : [];
  const distinct = new Set(dates.map(({ date }) => date));
  const completed = new Set(dates.flatMap(({ date, meaning }) => (meaning === 'completion' ? [date] : [])));
  if (
    !cell ||
    distinct.size === 0 ||
    dates.every(({ meaning }) => meaning === 'bare' || meaning === 'document')
  ) {
    if (cell && distinct.size > 1) addCellWarning(warnings, 'several-dates', cell);
    return distinct.size > 1 ? '' : readDateCell(cell, context, warnings);
  }
  const [date] = completed;
  const isClear = dates.every(({ meaning }) => meaning !== 'bare');
  if (date !== undefined && completed.size === 1 && isClear) return date;
  addCellWarning(warnings, distinct.size > 1 ? 'several-dates' : 'date-not-done', cell);
  return '';
}

const MARKER_FIELDS = ['coordinatingUnit', 'product', 'timing', 'note'] as const;

/** The cell with the annex's own mark "không thực hiện nội dung này", which a unit typed outside of *Áp dụng*. */
function findTypedMarker(cells: RecordedCells): SourceCell | null {
  const [coordinatingUnit, product, timing, note] = MARKER_FIELDS.map((field) => getCleanText(cells[field]));
  const { applicability, column } = readApplicability({
    coordinatingUnit: coordinatingUnit ?? '',
    product: product ?? '',
    timing: timing ?? '',
    note: note ?? '',
  });
  return applicability === 'notPerformed' && column !== null && column !== 'content'
    ? (cells[column] ?? null)
    : null;
}

/** "Đã hoàn thành ngày 20/01/2026": where the unit writes no day elsewhere, its status may hold it. */
function getDatedStatus(cells: RecordedCells, status: StatusReading | null): SourceCell | undefined {
  const { status: cell } = cells;
  return status?.state === 'done' && cell && findDates(String(cell.value)).length > 0 ? cell : undefined;
}

/** Leaves out the cells that hold an Excel error, or a picture that Excel stores as one, each with a warning. */
function removeErrorCells(cells: RecordedCells, warnings: CellWarning[]): RecordedCells {
  const errors = Object.entries(cells).filter(
    ([, cell]) => typeof cell?.value === 'string' && isErrorValue(cell.value),
  );
  if (errors.length === 0) return cells;
  for (const [, cell] of errors) addCellWarning(warnings, 'cell-error', cell);
  const fields = new Set(errors.map(([field]) => field));
  return Object.fromEntries(Object.entries(cells).filter(([field]) => !fields.has(field)));
}

const DENIAL = /(?:^| )(?:chua|khong|ko|nham|huy|dang do)(?= |$)/;

/** Whether a note says that the work is not done: "Chưa xong, xin gia hạn". */
function deniesCompletion(note: string): boolean {
  if (!DENIAL.test(toMatchKey(note))) return false;
  const { state } = parseStatus(note);
  return state === 'notStarted' || state === 'inProgress';
}

const DECIDING_FIELDS = ['applicability', 'status', 'due', 'doneOn'] as const;

/**
 * Reads what a unit typed in its cells. `otherwise`: whether the task applies where the table has no column for it.
 * A blank cell says nothing; words that are not understood are warnings and count as nothing typed.
 */
export function readRecordedValues(
  given: RecordedCells,
  context: CellReadingContext,
  otherwise: Applicability | null,
): { recorded: RecordedValues; warnings: CellWarning[] } {
  const warnings: CellWarning[] = [];
  const cells = removeErrorCells(given, warnings);
  for (const field of DECIDING_FIELDS) {
    const cell = cells[field];
    if (cell?.blankFormula) addCellWarning(warnings, 'formula-without-value', cell);
  }
  const typed = getCleanText(cells.status);
  const status = typed === '' ? null : readStatusWords(typed);
  const unclear = status?.state === null && status.instead === undefined && !isBlankCell(typed);
  if (unclear && cells.status) addCellWarning(warnings, 'status-unclear', cells.status);

  let applicability: Applicability = otherwise ?? 'undecided';
  const answer = getCleanText(cells.applicability);
  if (answer !== '') {
    const reading = parseApplicabilityAnswer(answer);
    applicability = reading === 'unclear' ? 'undecided' : reading;
    if (reading === 'unclear' && cells.applicability)
      addCellWarning(warnings, 'applicability-unclear', cells.applicability);
  }
  if (status?.instead === 'notPerformed' && cells.status) {
    // Typed into the wrong column: an answer all the same, unless the right column says the opposite.
    // What the row prints is weaker than what the unit typed.
    if (applicability === 'undecided' || answer === '') applicability = 'notPerformed';
    else if (applicability === 'performed') addCellWarning(warnings, 'status-contradicts', cells.status);
  }
  const marker = otherwise === null ? findTypedMarker(cells) : null;
  if (marker && applicability === 'undecided' && answer === '') applicability = 'notPerformed';
  else if (marker && applicability === 'performed') addCellWarning(warnings, 'marker-typed', marker);
  const reason = getCleanText(cells.reason);
  const doneOn = readCompletionDate(cells.doneOn ?? getDatedStatus(cells, status), context, warnings);
  const doneIn =
    (status?.state === 'done' ? findCompletionSpan(typed, context.year) : null) ??
    (doneOn === '' ? findCompletionSpan(getCleanText(cells.doneOn), context.year) : null);
  const note = getCleanText(cells.note);
  if (status?.state === 'done' && cells.note && deniesCompletion(note))
    addCellWarning(warnings, 'note-contradicts', cells.note);
  const recorded: RecordedValues = {
    applicability,
    reason: applicability === 'notPerformed' ? getStatedReason(reason) : reason,
    state: status?.state ?? null,
    due: readDateCell(cells.due, context, warnings),
    doneOn,
    ...(doneIn && { doneIn }),
    product: getCleanText(cells.product),
    evidence: getCleanText(cells.evidence),
    note,
  };
  return { recorded, warnings };
}
