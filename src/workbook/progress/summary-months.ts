import { dashboardWords } from '../../locales/dashboard-sheet-words';
import { progressSummaryWords, timelinessWords } from '../../locales/progress-sheet-words';
import { areaOf } from '../address';
import type { Area } from '../address';
import type { CellContent } from '../sheet-plan';
import { logReference, quoted } from './log-formulas';
import type { LogHeaders } from './log-formulas';
import { SETTING_NAMES } from './setting-names';
import { FOLLOWED, between } from './summary-counts';
import type { ProgressTable } from './summary-tables';

const words = dashboardWords.months;
const MONTHS = words.names.length;

/** Number, name, total, done, overdue, remaining, share. */
const FORMATS = ['@', '@', '#,##0', '#,##0', '#,##0', '#,##0', '0.0%'];
const FIRST_STATE = 3;
const STATES = 3;

function monthCells(month: number, row: number, names: LogHeaders): CellContent[] {
  const from = `DATE(${SETTING_NAMES.year},${month + 1},1)`;
  const until = `DATE(${SETTING_NAMES.year},${month + 2},1)`;
  const days = logReference(names, 'lastDay');
  const count = between(names, from, until);
  const followed = `COUNTIFS(${logReference(names, 'timeliness')},${FOLLOWED},${days},">="&${from},${days},"<"&${until})`;
  const at = (column: string): string => `${column}${row + 1}`;
  return [
    words.short[month] ?? '',
    words.names[month] ?? '',
    { formula: `=${followed}-${count(quoted(timelinessWords.nothingArisen))}` },
    { formula: `=${count(null)}` },
    { formula: `=${count(quoted(timelinessWords.overdue))}` },
    { formula: `=${at('C')}-${at('D')}-${at('E')}` },
    { formula: `=IF(${at('C')}=0,${quoted(progressSummaryWords.none)},${at('D')}/${at('C')})` },
  ];
}

/** Twelve months of the year of the annex, by the last day to be in time; what did not arise is not counted. */
export function monthTable(top: number, names: LogHeaders): ProgressTable {
  return {
    area: areaOf(top, 0, MONTHS + 1, FORMATS.length),
    cells: [
      ['', words.header, words.total, words.done, words.overdue, words.remaining, words.share],
      ...words.names.map((_, month) => monthCells(month, top + 1 + month, names)),
    ],
    hasOther: false,
    formats: FORMATS,
  };
}

/** Of the table of months: the header row with the three states, and the names on the axis. */
export function monthSource({ top, left }: Area): { source: Area; categories: Area } {
  return {
    source: areaOf(top, left + FIRST_STATE, MONTHS + 1, STATES),
    categories: areaOf(top + 1, left, MONTHS, 1),
  };
}
