import { err, ok, type Result } from '../../shared/result';
import type { CellValue } from '../../sheets/cell-value';
import { SUMMARY_SHEET_LABELS as labels } from '../../sheets/labels/school-labels';
import {
  COUNT_COLUMN_HEADERS,
  COUNT_COLUMN_IDS,
  type CountColumnId,
  FIRST_COUNT_COLUMN,
} from './summary-formulas';

/** Counts of a line; `share` is not among them: it is `done` of `performed`. */
export type SummaryCounts = Record<Exclude<CountColumnId, 'share'>, number>;

export type Summary = SummaryCounts & {
  byArea: ({ section: string; sectionTitle: string } & SummaryCounts)[];
  byLeadUnit: ({ leadUnit: string } & SummaryCounts)[];
};

/** Values of the three named areas, header rows included. */
export type SummaryCells = { whole: CellValue[][]; byArea: CellValue[][]; byLeadUnit: CellValue[][] };

const COUNTED_IDS = COUNT_COLUMN_IDS.filter((id): id is keyof SummaryCounts => id !== 'share');

function readCounts(header: readonly CellValue[], line: readonly CellValue[]): SummaryCounts | null {
  const counts = COUNTED_IDS.map((id) => [id, line[header.indexOf(COUNT_COLUMN_HEADERS[id])]] as const);
  if (counts.some(([, value]) => typeof value !== 'number')) return null;
  return Object.fromEntries(counts) as SummaryCounts;
}

type ParsedCountLine = { number: string; name: string; counts: SummaryCounts };

/** Lines of a table of figures; "(khác)" only where it counts something. */
function readCountLines([header = [], ...lines]: CellValue[][]): ParsedCountLine[] | null {
  const read = lines.map((line): ParsedCountLine | null => {
    const counts = readCounts(header, line);
    const [number = '', name = ''] = line.slice(0, FIRST_COUNT_COLUMN).map(String);
    return counts && { number, name, counts };
  });
  if (read.some((line) => line === null)) return null;
  return (read as ParsedCountLine[]).filter(
    ({ name, counts }) => name !== labels.other || counts.total !== 0,
  );
}

function removePlaceholder(name: string): string {
  return name === labels.noLeadUnit || name === labels.noArea ? '' : name;
}

/** Reads the counts of *Tổng hợp* as the sheet shows them. An error value is a problem, not a zero. */
export function readSummary(cells: SummaryCells): Result<Summary> {
  const [header = [], line = []] = cells.whole;
  const total = readCounts(header, line);
  const areas = readCountLines(cells.byArea);
  const leadUnits = readCountLines(cells.byLeadUnit);
  if (!total || !areas || !leadUnits) {
    return err('no-summary-sheet');
  }
  return ok({
    ...total,
    byArea: areas.map(({ number, name, counts }) => ({
      section: number,
      sectionTitle: removePlaceholder(name),
      ...counts,
    })),
    byLeadUnit: leadUnits.map(({ name, counts }) => ({
      leadUnit: removePlaceholder(name),
      ...counts,
    })),
  });
}
