import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import { parseRoman } from '../../shared/roman';
import { toMatchKey } from '../../shared/text';
import type { SchoolRow } from '../types';
import { getRowKey, isFilledRow, type SheetReading } from './sheet-reading';

const PERIOD = /(?:^| )(quy|q|thang|t|hoc ky|hk|dot|ky) ?(\d{1,2}|[ivx]{1,4})(?: |$)/;
/** One name of each kind of period. */
const PERIOD_KINDS: Readonly<Record<string, string>> = { q: 'quy', t: 'thang', hk: 'hoc ky' };

type PeriodSheet = { kind: string; number: number; reading: SheetReading };

/** Reads the period that a sheet is named after ("Quý II", "T3"); null for any other name. */
function readPeriod(reading: SheetReading): PeriodSheet | null {
  const [, word = '', digits = ''] = PERIOD.exec(toMatchKey(reading.sheet)) ?? [];
  const number = /^\d/.test(digits) ? Number(digits) : (parseRoman(digits.toUpperCase()) ?? 0);
  return word === '' || number === 0 ? null : { kind: PERIOD_KINDS[word] ?? word, number, reading };
}

/**
 * Sorts sheets that are each of one period of the same kind.
 *
 * @returns null where one is not, or two are of the same period
 */
function sortPeriods(readings: readonly SheetReading[]): PeriodSheet[] | null {
  const periods = readings.flatMap((reading) => readPeriod(reading) ?? []);
  const isOneKind = new Set(periods.map(({ kind }) => kind)).size === 1;
  const isEachOnce = new Set(periods.map(({ number }) => number)).size === readings.length;
  return isOneKind && isEachOnce && periods.length > 1 ? periods.sort((a, b) => a.number - b.number) : null;
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

/** Keys of the rows of a sheet, in its order; a row that repeats a task has a key of its own. */
function listRowKeys(rows: readonly SchoolRow[]): string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = getRowKey(row);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}#${count}`;
  });
}

/**
 * Merges the filled sheets of a workbook where each is of one period ("Quý I", "Quý II"): of a task the last period
 * counts in which something is recorded. What a later period takes back is a warning.
 *
 * @returns null where the sheets are not of periods
 */
export function mergePeriods(
  readings: readonly SheetReading[],
  file: string,
): { last: SheetReading; rows: SchoolRow[]; warnings: Problem[] } | null {
  const periods = sortPeriods(readings);
  const last = periods?.at(-1)?.reading;
  if (!periods || !last) return null;
  const rows = new Map<string, SchoolRow>();
  const warnings: Problem[] = [
    warning(
      'sheets-merged',
      { file, sheet: last.sheet },
      { sheets: periods.map(({ reading }) => reading.sheet).join(', ') },
    ),
  ];
  for (const { reading } of periods) {
    if (reading !== last) warnings.push(...reading.warnings);
    const keys = listRowKeys(reading.rows);
    for (const [index, given] of reading.rows.entries()) {
      const row = reading === last ? given : { ...given, sheet: reading.sheet };
      const before = rows.get(keys[index]!);
      if (before && isFilledRow(row) && isTakenBack(before, row))
        warnings.push(createTakenBackWarning(before, row, { file, sheet: reading.sheet }));
      rows.set(keys[index]!, before ? chooseRow(before, row) : row);
    }
  }
  return { last, rows: [...rows.values()], warnings };
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
    { other: before.sheet ?? '', before: getWords(before), after: getWords(after) },
  );
}
