import { appendAll } from '../../shared/append-all';
import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { SchoolRow } from '../types';
import { parsePeriod, type ReportingPeriod } from './parse-period';
import { getRowKey, isFilledRow, type SheetReading } from './sheet-reading';

/** `period`: null for a row that says nothing, where nothing says of when. */
type PeriodRow = { row: SchoolRow; key: string; period: ReportingPeriod | null; reading: SheetReading };

/** Of a sheet and its column of periods, the column is the more exact one; null where they contradict each other. */
function reconcilePeriods(
  own: ReportingPeriod | undefined,
  sheet: ReportingPeriod | null,
): ReportingPeriod | null {
  if (!own || !sheet || own.unit !== sheet.unit) return own ?? sheet;
  const isSameYear = own.year === null || sheet.year === null || own.year === sheet.year;
  return own.end === sheet.end && isSameYear ? own : null;
}

/**
 * Lists the rows of a sheet with their periods and keys; a row that repeats a task of the period has a key of its own.
 *
 * @returns null where a row that is filled in is of no period
 */
function listPeriodRows(reading: SheetReading): PeriodRow[] | null {
  const ofSheet = parsePeriod(reading.sheet);
  const seen = new Map<string, number>();
  const listed: PeriodRow[] = [];
  for (const row of reading.rows) {
    const period = reconcilePeriods(reading.periods.get(row), ofSheet);
    if (!period && isFilledRow(row)) return null;
    const place = `${period?.end ?? ''} ${getRowKey(row)}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    listed.push({ row, key: `${getRowKey(row)}#${count}`, period, reading });
  }
  return listed;
}

/** Whether periods can be put in order: they count the same, and their years, where they say them, are one. */
function areComparable(periods: readonly ReportingPeriod[]): boolean {
  const years = new Set(periods.flatMap(({ year }) => year ?? []));
  return new Set(periods.map(({ kind }) => kind)).size === 1 && years.size <= 1;
}

/** Whether two sheets are filled in for one period of a task. */
function hasSamePeriods(rows: readonly PeriodRow[]): boolean {
  const sheets = new Map<string, SheetReading>();
  return rows.some(({ row, key, period, reading }) => {
    if (!isFilledRow(row)) return false;
    const place = `${period?.end ?? ''} ${key}`;
    const known = sheets.get(place) ?? reading;
    sheets.set(place, known);
    return known !== reading;
  });
}

/**
 * Sorts the rows of sheets by their periods, those of none first.
 *
 * @returns null where they are not of periods that follow each other
 */
function sortByPeriod(readings: readonly SheetReading[]): PeriodRow[] | null {
  if (readings.length < 2 && (readings[0]?.periods.size ?? 0) === 0) return null;
  const rows: PeriodRow[] = [];
  for (const reading of readings) {
    const listed = listPeriodRows(reading);
    if (!listed) return null;
    appendAll(rows, listed);
  }
  const dated = rows.filter(({ period }) => period !== null);
  const periods = dated.flatMap(({ period }) => period ?? []);
  const isMany = new Set(periods.map(({ end }) => end)).size > 1;
  const hasRepeats = new Set(dated.map(({ key }) => key)).size < dated.length;
  if (!isMany || !hasRepeats || !areComparable(periods) || hasSamePeriods(dated)) return null;
  return rows.sort((a, b) => (a.period?.end ?? 0) - (b.period?.end ?? 0));
}

/** Whether a later period takes back what an earlier one recorded. */
function isTakenBack({ recorded: before }: SchoolRow, { recorded: after }: SchoolRow): boolean {
  const isOtherMark =
    before.applicability !== 'undecided' &&
    after.applicability !== 'undecided' &&
    before.applicability !== after.applicability;
  return isOtherMark || (before.state === 'done' && after.state !== null && after.state !== 'done');
}

/** How much a row says: that work was done, that it was not begun, or nothing. */
const getWeight = (row: SchoolRow): number => (isFilledRow(row) ? 2 : row.recorded.state === null ? 0 : 1);

/** The row that counts of two of one task: the later one, unless it says less; the other one fills what it leaves blank. */
function chooseRow(before: SchoolRow, after: SchoolRow): SchoolRow {
  return getWeight(after) >= getWeight(before) ? fillBlanks(after, before) : fillBlanks(before, after);
}

/** Takes over what a row leaves blank; of another state only the applicability, as its day and evidence are its own. */
function fillBlanks(row: SchoolRow, { recorded: other }: SchoolRow): SchoolRow {
  const { recorded } = row;
  const applicability = recorded.applicability === 'undecided' ? other.applicability : recorded.applicability;
  const isOtherState = recorded.state !== null && other.state !== null && recorded.state !== other.state;
  if (isOtherState) return { ...row, recorded: { ...recorded, applicability } };
  return {
    ...row,
    recorded: {
      applicability,
      reason: recorded.reason || other.reason,
      state: recorded.state ?? other.state,
      due: recorded.due || other.due,
      doneOn: recorded.doneOn || other.doneOn,
      product: recorded.product || other.product,
      evidence: recorded.evidence || other.evidence,
      note: recorded.note || other.note,
    },
  };
}

type MergedPeriods = {
  /** The sheet of the last period, which stands for all of them. */
  last: SheetReading;
  rows: SchoolRow[];
  warnings: Problem[];
};

/**
 * Merges the filled sheets of a workbook, or the rows of a sheet, where each is of one period ("Quý I", "Quý II") by
 * its name or by its column of periods: of a task the last period counts in which something is recorded. What a later
 * period takes back is a warning.
 *
 * @returns null where they are not of periods
 */
export function mergePeriods(readings: readonly SheetReading[], file: string): MergedPeriods | null {
  const sorted = sortByPeriod(readings);
  const last = sorted?.at(-1)?.reading;
  if (!sorted || !last) return null;
  const rows = new Map<string, SchoolRow>();
  const differences: Problem[] = [];
  let repeats = 0;
  for (const { row: given, key, reading } of sorted) {
    const row = reading === last ? given : { ...given, sheet: reading.sheet };
    const before = rows.get(key);
    if (before) repeats += 1;
    if (before && isFilledRow(row) && isTakenBack(before, row))
      differences.push(createTakenBackWarning(before, row, { file, sheet: reading.sheet }));
    rows.set(key, before ? chooseRow(before, row) : row);
  }
  const sheets = [...new Set(sorted.map(({ reading }) => reading))];
  const place = { file, sheet: last.sheet };
  return {
    last,
    rows: [...rows.values()],
    warnings: [
      sheets.length > 1
        ? warning('sheets-merged', place, { sheets: sheets.map(({ sheet }) => sheet).join(', ') })
        : warning('periods-merged', place, { count: repeats }),
      ...sheets.flatMap((reading) => (reading === last ? [] : reading.warnings)),
      ...differences,
    ],
  };
}

function createTakenBackWarning(
  before: SchoolRow,
  after: SchoolRow,
  place: { file: string; sheet: string },
): Problem {
  const cell = (after.cells.status ?? after.cells.applicability ?? after.cells.content)?.cell ?? '';
  const getWords = ({ cells }: SchoolRow): string =>
    [cells.applicability, cells.status].flatMap((one) => (one ? [String(one.value)] : [])).join(', ');
  return warning(
    'period-differs',
    { ...place, ...(cell !== '' && { cell }) },
    { other: before.sheet ?? place.sheet, before: getWords(before), after: getWords(after) },
  );
}
