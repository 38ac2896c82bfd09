import type { IsoDate } from '../../annex/calendar/dates';
import { findMarker, isBlankCell } from '../../annex/applicability';
import type { ProblemCode } from '../../annex/problem';
import { parseStatus, type StatusReading } from '../../annex/progress/read-status';
import { cleanText, toMatchKey } from '../../annex/text';
import type { Applicability } from '../../annex/types';
import { remembered } from '../remembered';
import type { Recorded, SourceCell } from '../types';
import { readDate } from './read-date';

/** Fields that tables of tasks and logs of occurrences have in common. */
export type RecordedField =
  'applicability' | 'reason' | 'status' | 'due' | 'doneOn' | 'product' | 'evidence' | 'note';

export type RecordedCells = Partial<Record<RecordedField, SourceCell>>;

/** What could not be understood, and where it is typed. */
export type Doubt = { code: ProblemCode; cell: string; value: string };

export type ReadingContext = {
  date1904: boolean;
  /** Year of the annex, for dates typed without one. */
  year: number | null;
};

const PERFORMED = new Set([
  'thuc hien',
  'co thuc hien',
  'co',
  'ap dung',
  'co ap dung',
  'duoc ap dung',
  'yes',
]);
const NOT_PERFORMED = new Set(['khong', 'ko', 'khong co', 'no']);

const statusOf = remembered<string, StatusReading>(parseStatus);

/** 'unclear' for words that say neither; a tick or a cross may mean either. */
const applicabilityOf = remembered((text: string): Applicability | 'unclear' => {
  if (isBlankCell(text)) return 'undecided';
  const key = toMatchKey(text);
  if (PERFORMED.has(key)) return 'performed';
  if (NOT_PERFORMED.has(key) || findMarker(text)) return 'notPerformed';
  return 'unclear';
});

const cleaned = remembered(cleanText);

function textOf(cell: SourceCell | undefined): string {
  return cell === undefined || cell.blankFormula ? '' : cleaned(String(cell.value));
}

function tell(doubts: Doubt[], code: ProblemCode, { cell, value }: SourceCell): void {
  doubts.push({ code, cell, value: String(value).slice(0, 120) });
}

function dateOf(cell: SourceCell | undefined, { date1904, year }: ReadingContext, doubts: Doubt[]): IsoDate {
  if (!cell || cell.blankFormula || (typeof cell.value === 'string' && isBlankCell(cell.value))) return '';
  const date = readDate(cell.value, date1904, year);
  if (date === '') tell(doubts, 'not-a-date', cell);
  return date;
}

const DECIDING = ['applicability', 'status', 'due', 'doneOn'] as const;

/**
 * What a unit says in its cells. `otherwise`: whether the task applies where the table has no column for it.
 * A blank cell says nothing; words that are not understood are told as doubts and count as nothing said.
 */
export function readRecorded(
  cells: RecordedCells,
  context: ReadingContext,
  otherwise: Applicability | null,
): { recorded: Recorded; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  for (const field of DECIDING) {
    const cell = cells[field];
    if (cell?.blankFormula) tell(doubts, 'formula-without-value', cell);
  }
  const typed = textOf(cells.status);
  const status = typed === '' ? null : statusOf(typed);
  const unclear = status?.state === null && status.instead === undefined && !isBlankCell(typed);
  if (unclear && cells.status) tell(doubts, 'status-unclear', cells.status);

  let applicability: Applicability = otherwise ?? 'undecided';
  const said = textOf(cells.applicability);
  if (said !== '') {
    const reading = applicabilityOf(said);
    applicability = reading === 'unclear' ? 'undecided' : reading;
    if (reading === 'unclear' && cells.applicability)
      tell(doubts, 'applicability-unclear', cells.applicability);
  }
  if (status?.instead === 'notPerformed' && cells.status) {
    // Typed into the wrong column: an answer all the same, unless the right column says the opposite.
    if (applicability === 'undecided') applicability = 'notPerformed';
    else if (applicability === 'performed') tell(doubts, 'status-contradicts', cells.status);
  }
  const recorded: Recorded = {
    applicability,
    reason: textOf(cells.reason),
    state: status?.state ?? null,
    due: dateOf(cells.due, context, doubts),
    doneOn: dateOf(cells.doneOn, context, doubts),
    product: textOf(cells.product),
    evidence: textOf(cells.evidence),
    note: textOf(cells.note),
  };
  return { recorded, doubts };
}
