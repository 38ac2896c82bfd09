import { err } from '../annex/outcome';
import type { Result } from '../annex/problem';
import { summarySheetWords as words } from '../locales/sheet-words';
import type { CellValue } from './snapshot';
import { FIGURE_IDS, FIRST_FIGURE, figureHeaders } from './summary-formulas';
import type { FigureId } from './summary-formulas';

/** Counts of a line; `share` is not among them: it is `done` of `performed`. */
export type Figures = Record<Exclude<FigureId, 'share'>, number>;

export type Summary = Figures & {
  byArea: ({ section: string; sectionTitle: string } & Figures)[];
  byLeadUnit: ({ leadUnit: string } & Figures)[];
};

/** Values of the three named areas, header rows included. */
export type SummaryCells = { whole: CellValue[][]; byArea: CellValue[][]; byLeadUnit: CellValue[][] };

const COUNTED = FIGURE_IDS.filter((id): id is keyof Figures => id !== 'share');

function readFigures(header: readonly CellValue[], line: readonly CellValue[]): Figures | null {
  const figures = COUNTED.map((id) => [id, line[header.indexOf(figureHeaders[id])]] as const);
  if (figures.some(([, value]) => typeof value !== 'number')) return null;
  return Object.fromEntries(figures) as Figures;
}

type ReadLine = { number: string; name: string; figures: Figures };

/** Lines of a table of figures; "(khác)" only where it counts something. */
function readLines([header = [], ...lines]: CellValue[][]): ReadLine[] | null {
  const read = lines.map((line): ReadLine | null => {
    const figures = readFigures(header, line);
    const [number = '', name = ''] = line.slice(0, FIRST_FIGURE).map(String);
    return figures && { number, name, figures };
  });
  if (read.some((line) => line === null)) return null;
  return (read as ReadLine[]).filter(({ name, figures }) => name !== words.other || figures.total !== 0);
}

function withoutPlaceholder(name: string): string {
  return name === words.noLeadUnit || name === words.noArea ? '' : name;
}

/** The figures of *Tổng hợp* as the sheet shows them. An error value in them is a problem, not a zero. */
export function readSummary(cells: SummaryCells): Result<Summary> {
  const [header = [], line = []] = cells.whole;
  const whole = readFigures(header, line);
  const areas = readLines(cells.byArea);
  const leadUnits = readLines(cells.byLeadUnit);
  if (!whole || !areas || !leadUnits) {
    return err('no-summary-sheet');
  }
  return {
    ok: true,
    value: {
      ...whole,
      byArea: areas.map(({ number, name, figures }) => ({
        section: number,
        sectionTitle: withoutPlaceholder(name),
        ...figures,
      })),
      byLeadUnit: leadUnits.map(({ name, figures }) => ({
        leadUnit: withoutPlaceholder(name),
        ...figures,
      })),
    },
    warnings: [],
  };
}
