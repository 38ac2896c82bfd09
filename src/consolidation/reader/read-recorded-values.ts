import { findMarker, isBlankCell } from '../../annex/read-applicability';
import type { Applicability } from '../../annex/types';
import { parseStatus, type StatusReading } from '../../progress/parse-status';
import type { IsoDate } from '../../shared/dates';
import type { ProblemCode } from '../../shared/problem';
import { cleanText, toMatchKey } from '../../shared/text';
import { memoize } from '../memoize';
import type { RecordedValues, SourceCell } from '../types';
import { parseCellDate } from './parse-cell-date';

/** Fields that tables of tasks and logs of occurrences have in common. */
type RecordedField =
  'applicability' | 'reason' | 'status' | 'due' | 'doneOn' | 'product' | 'evidence' | 'note';

type RecordedCells = Partial<Record<RecordedField, SourceCell>>;

/** What could not be understood, and where it is typed. */
export type CellWarning = { code: ProblemCode; cell: string; value: string };

type CellReadingContext = {
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
  'yes',
]);
const NOT_PERFORMED_KEYS = new Set(['khong', 'ko', 'khong co', 'no']);

const parseStatusCached = memoize<string, StatusReading>(parseStatus);

/** 'unclear' for words that say neither; a tick or a cross may mean either. */
const parseApplicabilityAnswer = memoize((text: string): Applicability | 'unclear' => {
  if (isBlankCell(text)) return 'undecided';
  const key = toMatchKey(text);
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

const DECIDING_FIELDS = ['applicability', 'status', 'due', 'doneOn'] as const;

/**
 * Reads what a unit typed in its cells. `otherwise`: whether the task applies where the table has no column for it.
 * A blank cell says nothing; words that are not understood are warnings and count as nothing typed.
 */
export function readRecordedValues(
  cells: RecordedCells,
  context: CellReadingContext,
  otherwise: Applicability | null,
): { recorded: RecordedValues; warnings: CellWarning[] } {
  const warnings: CellWarning[] = [];
  for (const field of DECIDING_FIELDS) {
    const cell = cells[field];
    if (cell?.blankFormula) addCellWarning(warnings, 'formula-without-value', cell);
  }
  const typed = getCleanText(cells.status);
  const status = typed === '' ? null : parseStatusCached(typed);
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
    if (applicability === 'undecided') applicability = 'notPerformed';
    else if (applicability === 'performed') addCellWarning(warnings, 'status-contradicts', cells.status);
  }
  const recorded: RecordedValues = {
    applicability,
    reason: getCleanText(cells.reason),
    state: status?.state ?? null,
    due: readDateCell(cells.due, context, warnings),
    doneOn: readDateCell(cells.doneOn, context, warnings),
    product: getCleanText(cells.product),
    evidence: getCleanText(cells.evidence),
    note: getCleanText(cells.note),
  };
  return { recorded, warnings };
}
