import { dashboardWords } from '../../locales/dashboard-sheet-words';
import { HALVES, countFittingLetters, getColumnsWidth } from '../dashboard/grid';
import type { TablePanel } from '../dashboard/page';
import { buildOneLineFormula } from '../dashboard/texts';
import type { CellContent } from '../sheet-plan';
import { logReference, quoted } from './log-formulas';
import type { LogHeaders } from './log-formulas';
import type { LogColumnId } from './log-columns';

const words = dashboardWords.due;

/** Columns of the page: task, lead unit, day, state. */
const SPANS = { task: 7, leadUnit: 3, day: 2, state: 2 } as const;
const LETTERS = {
  task: countFittingLetters('', getColumnsWidth(0, SPANS.task)),
  leadUnit: countFittingLetters('', getColumnsWidth(SPANS.task, SPANS.leadUnit)),
} as const;

/** The occurrence that is number `place` by its last day, of those that are open; blank behind the last. */
function dueLine(place: number, names: LogHeaders): CellContent[] {
  const keys = logReference(names, 'openKey');
  const of = (id: LogColumnId): string =>
    `INDEX(${logReference(names, id)},MATCH(SMALL(${keys},${place}),${keys},0))`;
  const cell = (content: string, nothing = '""'): CellContent => ({
    formula: `=IF(COUNT(${keys})<${place},${nothing},${content})`,
  });
  const days = of('daysLeft');
  const task = `${of('task')}&"  "&${of('content')}`;
  return [
    cell(buildOneLineFormula(task, LETTERS.task), place === 1 ? quoted(words.none) : '""'),
    cell(buildOneLineFormula(of('leadUnit'), LETTERS.leadUnit)),
    cell(of('lastDay')),
    cell(
      `IF(${days}<0,${quoted(words.late)}&-${days}&${quoted(words.days)},IF(${days}=0,${quoted(words.today)},` +
        `${quoted(words.left)}&${days}&${quoted(words.days)}))`,
    ),
  ];
}

/** What is overdue and what falls due next, the longest overdue first; `overdue` is the cell that counts them. */
export function duePanel(lines: number, overdue: string, names: LogHeaders): TablePanel {
  const { late, day, state, leadUnit, header } = words;
  const { before, overdue: more } = dashboardWords.rest;
  return {
    kind: 'table',
    half: 'whole',
    columns: [
      { header, columns: SPANS.task, numberFormat: 'General', horizontal: 'Left' },
      { header: leadUnit, columns: SPANS.leadUnit, numberFormat: 'General', horizontal: 'Left' },
      { header: day, columns: SPANS.day, numberFormat: 'dd/mm/yyyy', horizontal: 'Center' },
      {
        header: state,
        columns: SPANS.state,
        numberFormat: 'General',
        horizontal: 'Center',
        late: (cell) => `LEFT(${cell},${late.length})=${quoted(late)}`,
      },
    ],
    lines: Array.from({ length: lines }, (_, at) => dueLine(at + 1, names)),
    rest: {
      formula: `=IF(${overdue}>${lines},${quoted(before)}&(${overdue}-${lines})&${quoted(more)},"")`,
    },
  };
}

/** In the place of the list where no deadlines are followed. */
export const untrackedPanel: TablePanel = {
  kind: 'table',
  half: 'whole',
  columns: [{ header: words.header, columns: HALVES.whole.columns, numberFormat: '@', horizontal: 'Left' }],
  lines: [[words.untracked]],
  rest: '',
};
