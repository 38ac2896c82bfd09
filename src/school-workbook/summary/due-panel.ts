import type { TablePanel } from '../../sheets/dashboard/dashboard-page';
import { countFittingLetters, getColumnsWidth, HALVES } from '../../sheets/dashboard/page-grid';
import { buildOneLineFormula, quoteFormulaText } from '../../sheets/formula-text';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import type { LogColumnId } from '../progress/log-columns';
import { buildLogReference, type LogHeaders } from '../progress/log-formulas';

const LABELS = DASHBOARD_LABELS.due;

/** Columns of the page: task, lead unit, day, state. */
const COLUMN_SPANS = { task: 7, leadUnit: 3, day: 2, state: 2 } as const;
const MAX_LETTERS = {
  task: countFittingLetters('', getColumnsWidth(0, COLUMN_SPANS.task)),
  leadUnit: countFittingLetters('', getColumnsWidth(COLUMN_SPANS.task, COLUMN_SPANS.leadUnit)),
} as const;

/** Builds the line of the open occurrence with rank `place` by its last day; blank behind the last. */
function buildDueLine(place: number, names: LogHeaders): CellContent[] {
  const keys = buildLogReference(names, 'openKey');
  const of = (id: LogColumnId): string =>
    `INDEX(${buildLogReference(names, id)},MATCH(SMALL(${keys},${place}),${keys},0))`;
  const cell = (content: string, nothing = '""'): CellContent => ({
    formula: `=IF(COUNT(${keys})<${place},${nothing},${content})`,
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
export function buildDuePanel(lines: number, overdue: string, names: LogHeaders): TablePanel {
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
    lines: Array.from({ length: lines }, (_, at) => buildDueLine(at + 1, names)),
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
