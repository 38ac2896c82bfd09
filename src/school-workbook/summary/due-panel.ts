import type { TablePanel } from '../../sheets/dashboard/dashboard-page';
import { countFittingLetters, getColumnsWidth, HALVES } from '../../sheets/dashboard/page-grid';
import { buildOneLineFormula, quoteFormulaText } from '../../sheets/formula-text';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import type { LogColumnId } from '../progress/log-columns';
import { buildLogReference } from '../progress/log-formulas';
import { buildChosenCount, buildLogFactor } from './document-choice';
import type { CountedLog } from './progress-counts';

const LABELS = DASHBOARD_LABELS.due;

/** Columns of the page: task, lead unit, day, state. */
const COLUMN_SPANS = { task: 7, leadUnit: 3, day: 2, state: 2 } as const;
const MAX_LETTERS = {
  task: countFittingLetters('', getColumnsWidth(0, COLUMN_SPANS.task)),
  leadUnit: countFittingLetters('', getColumnsWidth(COLUMN_SPANS.task, COLUMN_SPANS.leadUnit)),
} as const;

/** Builds the line of the open occurrence with rank `place` by its last day; blank behind the last. */
function buildDueLine(place: number, log: CountedLog): CellContent[] {
  const { headers, first } = log;
  const keys = buildLogReference(headers, 'openKey');
  const factor = buildLogFactor(buildLogReference(headers, 'task'), first ?? '');
  const choose = (all: string, one: string): string =>
    first === null ? all : buildChosenCount(all, () => one);
  // Rows of other documents are divided by 0, and AGGREGATE passes over errors.
  const key = choose(`SMALL(${keys},${place})`, `AGGREGATE(15,6,${keys}/${factor},${place})`);
  const count = choose(`COUNT(${keys})`, `SUMPRODUCT(ISNUMBER(${keys})*${factor})`);
  const of = (id: LogColumnId): string => `INDEX(${buildLogReference(headers, id)},MATCH(${key},${keys},0))`;
  const cell = (content: string, nothing = '""'): CellContent => ({
    formula: `=IF(${count}<${place},${nothing},${content})`,
  });
  const days = of('daysLeft');
  const task = `${of('task')}&"  "&${of('content')}`;
  return [
    cell(buildOneLineFormula(task, MAX_LETTERS.task), place === 1 ? quoteFormulaText(LABELS.none) : '""'),
    cell(buildOneLineFormula(of('leadUnit'), MAX_LETTERS.leadUnit)),
    cell(of('lastDay')),
    cell(
      `IF(${days}<0,${quoteFormulaText(LABELS.late)}&-${days}&${quoteFormulaText(LABELS.days)},IF(${days}=0,${quoteFormulaText(LABELS.today)},` +
        `${quoteFormulaText(LABELS.left)}&${days}&${quoteFormulaText(LABELS.days)}))`,
    ),
  ];
}

/**
 * Builds the panel of what is overdue and due next, the longest overdue first; `overdue` is the cell that counts
 * them.
 */
export function buildDuePanel(lines: number, overdue: string, log: CountedLog): TablePanel {
  const { late, day, state, leadUnit, header } = LABELS;
  const { before, overdue: more } = DASHBOARD_LABELS.rest;
  return {
    kind: 'table',
    half: 'whole',
    columns: [
      { header, columns: COLUMN_SPANS.task, numberFormat: 'General', horizontal: 'Left' },
      { header: leadUnit, columns: COLUMN_SPANS.leadUnit, numberFormat: 'General', horizontal: 'Left' },
      { header: day, columns: COLUMN_SPANS.day, numberFormat: 'dd/mm/yyyy', horizontal: 'Center' },
      {
        header: state,
        columns: COLUMN_SPANS.state,
        numberFormat: 'General',
        horizontal: 'Center',
        late: (cell) => `LEFT(${cell},${late.length})=${quoteFormulaText(late)}`,
      },
    ],
    lines: Array.from({ length: lines }, (_, at) => buildDueLine(at + 1, log)),
    rest: {
      formula: `=IF(${overdue}>${lines},${quoteFormulaText(before)}&(${overdue}-${lines})&${quoteFormulaText(more)},"")`,
    },
  };
}

/** In the place of the list where no deadlines are followed. */
export const UNTRACKED_PANEL: TablePanel = {
  kind: 'table',
  half: 'whole',
  columns: [{ header: LABELS.header, columns: HALVES.whole.columns, numberFormat: '@', horizontal: 'Left' }],
  lines: [[LABELS.untracked]],
  rest: '',
};
