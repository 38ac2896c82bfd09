import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { SchoolFile, SchoolRow, SheetVersion, TaskField } from '../types';
import { mergePeriods } from './merge-periods';
import { getRowKey, getTaskName, isFilledRow, type SheetReading } from './sheet-reading';

/** What is compared, and the column in which it stands. */
const COMPARED_FIELDS = [
  ['applicability', 'applicability'],
  ['state', 'status'],
  ['doneOn', 'doneOn'],
  ['reason', 'reason'],
  ['evidence', 'evidence'],
  ['note', 'note'],
] as const;

/** A sheet, or sheets that were put together, as it would be counted. */
type SheetCandidate = { reading: SheetReading; rows: SchoolRow[]; warnings: Problem[] };

/** What a file says by the sheet that counts and by those of which the officer must choose one. `warnings`: of no sheet. */
export function toSheetContent(
  chosen: SheetCandidate,
  candidates: readonly SheetCandidate[],
  warnings: readonly Problem[],
): SheetVersion & Pick<SchoolFile, 'versions'> {
  const toVersion = (candidate: SheetCandidate): SheetVersion => ({
    sheet: candidate.reading.sheet,
    rows: candidate.rows,
    warnings: [...warnings, ...candidate.warnings],
  });
  return { ...toVersion(chosen), ...(candidates.length > 0 && { versions: candidates.map(toVersion) }) };
}

const getCellText = (row: SchoolRow, field: TaskField): string => String(row.cells[field]?.value ?? '–');

const isFilled = ({ rows }: Pick<SheetReading, 'rows'>): boolean => rows.some(isFilledRow);

type SheetDifference = {
  /** How many cells. */
  count: number;
  /** Tasks of these cells. */
  tasks: string[];
  /** Whether a mark of one is the opposite of the other's, or tasks of one are not in the other. */
  isContrary: boolean;
  first: { task: string; cell: string; value: string; otherValue: string };
};

/**
 * Compares what two sheets record of the tasks.
 *
 * @returns null where the other says nothing else
 */
function compareSheets(chosen: readonly SchoolRow[], other: readonly SchoolRow[]): SheetDifference | null {
  const rows = new Map(chosen.map((row) => [getRowKey(row), row]));
  let first: SheetDifference['first'] | null = null;
  let count = 0;
  let isContrary = false;
  const tasks = new Set<string>();
  const add = (row: SchoolRow, task: string, column: TaskField, value: string, otherValue: string): void => {
    count += 1;
    tasks.add(task);
    const cell = (row.cells[column] ?? row.cells.content)?.cell ?? '';
    first ??= { task, cell, value, otherValue };
  };
  for (const twin of other) {
    const row = rows.get(getRowKey(twin));
    if (!row) {
      // The chosen sheet has no such task.
      if (!isFilledRow(twin)) continue;
      isContrary = true;
      add(twin, getTaskName(twin), 'status', '–', getCellText(twin, 'status'));
      continue;
    }
    for (const [field, column] of COMPARED_FIELDS) {
      const [value, otherValue] = [row.recorded[field] ?? '', twin.recorded[field] ?? ''];
      if (value === otherValue) continue;
      isContrary ||= field === 'applicability' && value !== 'undecided' && otherValue !== 'undecided';
      add(twin, getTaskName(row), column, getCellText(row, column), getCellText(twin, column));
    }
  }
  return first && { count, tasks: [...tasks], isContrary, first };
}

/** So many tasks are named in a message. */
const MAX_NAMED_TASKS = 12;

function createDifferenceWarning(
  { count, tasks, first: { cell, ...first } }: SheetDifference,
  chosen: string,
  place: { file: string; sheet: string },
): Problem {
  const named = tasks.slice(0, MAX_NAMED_TASKS).join(', ');
  const details = { ...first, other: place.sheet, sheet: chosen, count };
  return warning(
    'other-sheet-differs',
    { ...place, ...(cell !== '' && { cell }) },
    { ...details, tasks: tasks.length > MAX_NAMED_TASKS ? `${named} … (${tasks.length})` : named },
  );
}

const PRINTED_FIELDS = ['leadUnit', 'coordinatingUnit', 'product', 'timing'] as const;
/** Rows of an annex have more than a number and a content: a list of names has not. */
const MIN_PRINTED_FIELDS = 2;

const isAnnexPart = ({ rows }: SheetReading): boolean =>
  rows.some(({ cells }) => PRINTED_FIELDS.filter((field) => cells[field]).length >= MIN_PRINTED_FIELDS);

/** Whether two sheets hold different parts of one annex: no task is in both, by its number or its content. */
function areParts(one: SheetReading, other: SheetReading): boolean {
  const getKeys = ({ rows }: SheetReading): string[] =>
    rows.flatMap((row) => [getRowKey(row), ...(row.cells.id ? [`#${String(row.cells.id.value)}`] : [])]);
  const keys = new Set(getKeys(one));
  return !getKeys(other).some((key) => keys.has(key));
}

/**
 * Joins the sheets in sight that each hold a part of the annex.
 *
 * @returns null where a task is on more than one of them
 */
function joinParts(shown: readonly SheetReading[], file: string): SheetCandidate | null {
  const readings = shown.filter(isAnnexPart);
  const [first, ...others] = readings;
  const isParted = readings.every((one, index) =>
    readings.slice(index + 1).every((other) => areParts(one, other)),
  );
  if (!first || others.length === 0 || !isParted) return null;
  const sheets = readings.map(({ sheet }) => sheet).join(', ');
  return {
    reading: first,
    rows: readings.flatMap(({ rows, sheet }) =>
      sheet === first.sheet ? rows : rows.map((row) => ({ ...row, sheet })),
    ),
    warnings: [
      warning('sheets-joined', { file, sheet: first.sheet }, { sheets }),
      ...readings.flatMap(({ warnings, periodWarnings }) => [...warnings, ...periodWarnings]),
    ],
  };
}

function toCandidate(reading: SheetReading, file: string): SheetCandidate {
  const { rows, warnings, periodWarnings } = reading;
  const merged = mergePeriods([reading], file);
  return merged
    ? { reading, rows: merged.rows, warnings: [...warnings, ...merged.warnings] }
    : { reading, rows, warnings: [...warnings, ...periodWarnings] };
}

/** Puts together what belongs together, and lists what is left to choose from, the preferred one first. */
function listCandidates(
  readings: readonly [SheetReading, ...SheetReading[]],
  file: string,
): SheetCandidate[] {
  const [first] = readings;
  const visible = readings.filter(({ hidden }) => !hidden);
  const shown = visible.length > 0 ? visible : readings;
  const filled = shown.filter(isFilled);
  const merged = filled.length > 1 ? mergePeriods(filled, file) : null;
  const together = merged
    ? { reading: merged.last, rows: merged.rows, warnings: [...merged.last.warnings, ...merged.warnings] }
    : joinParts(shown, file);
  const taken = merged ? filled : together ? shown : [];
  const getRank = (reading: SheetReading): number =>
    (isFilled(reading) ? 0 : 4) + (shown.includes(reading) ? 0 : 2) + (reading === first ? 0 : 1);
  const single = readings
    .filter((reading) => !taken.includes(reading))
    .sort((a, b) => getRank(a) - getRank(b))
    .map((reading) => toCandidate(reading, file));
  return together ? [together, ...single] : single;
}

/**
 * Chooses the sheet to count where a workbook has the table of tasks more than once: sheets of single periods are
 * merged, those of parts of the annex joined; then the only one that is filled in counts before those that are as
 * issued, one in sight before a hidden one, and the first before the others. Whatever another sheet records differently
 * is reported. `candidates` are the sheets of which the officer must choose one: more than one that is filled in, marks that
 * contradict each other, or a hidden one that says more than those in sight.
 */
export function chooseSheet(
  readings: readonly [SheetReading, ...SheetReading[]],
  file: string,
): { chosen: SheetCandidate; candidates: SheetCandidate[] } {
  const [chosen, ...others] = listCandidates(readings, file) as [SheetCandidate, ...SheetCandidate[]];
  const candidates: SheetCandidate[] = [];
  const differences: Problem[] = [];
  for (const other of others) {
    const difference = compareSheets(chosen.rows, other.rows);
    if (!difference) continue;
    differences.push(
      createDifferenceWarning(difference, chosen.reading.sheet, { file, sheet: other.reading.sheet }),
    );
    const isHiddenBefore = chosen.reading.hidden && !other.reading.hidden;
    if (isFilled(other) || isHiddenBefore || (difference.isContrary && !isFilled(chosen)))
      candidates.push(other);
  }
  const withHidden = ({ warnings, ...candidate }: SheetCandidate): SheetCandidate => ({
    ...candidate,
    warnings: [
      ...warnings,
      ...(candidate.reading.hidden
        ? [warning('sheet-hidden', { file, sheet: candidate.reading.sheet })]
        : []),
      ...differences,
    ],
  });
  return {
    chosen: withHidden(chosen),
    candidates: candidates.length === 0 ? [] : [chosen, ...candidates].map(withHidden),
  };
}
