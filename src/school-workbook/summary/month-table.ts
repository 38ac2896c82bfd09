import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import { PROGRESS_SUMMARY_LABELS, TIMELINESS_LABELS } from '../../sheets/labels/progress-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { buildLogReference } from '../progress/log-formulas';
import { SETTING_NAMES } from '../settings/setting-names';
import {
  buildConditions,
  type CountedLog,
  createPeriodCounter,
  type ProgressTable,
  TRACKED_CRITERION,
} from './progress-counts';

const LABELS = DASHBOARD_LABELS.months;
const MONTH_COUNT = LABELS.names.length;

/** Number, name, total, done, overdue, remaining, share. */
const MONTH_TABLE_FORMATS = ['@', '@', '#,##0', '#,##0', '#,##0', '#,##0', '0.0%'];
const FIRST_STATE_COLUMN = 3;
const STATE_COUNT = 3;

function buildMonthCells(month: number, row: number, log: CountedLog): CellContent[] {
  const from = `DATE(${SETTING_NAMES.year},${month + 1},1)`;
  const until = `DATE(${SETTING_NAMES.year},${month + 2},1)`;
  const days = buildLogReference(log.headers, 'lastDay');
  const count = createPeriodCounter(log, from, until);
  const followed = `COUNTIFS(${buildConditions(log, TRACKED_CRITERION)},${days},">="&${from},${days},"<"&${until})`;
  const at = (column: string): string => `${column}${row + 1}`;
  return [
    LABELS.short[month] ?? '',
    LABELS.names[month] ?? '',
    { formula: `=${followed}-${count(quoteFormulaText(TIMELINESS_LABELS.nothingArisen))}` },
    { formula: `=${count(null)}` },
    { formula: `=${count(quoteFormulaText(TIMELINESS_LABELS.overdue))}` },
    { formula: `=${at('C')}-${at('D')}-${at('E')}` },
    {
      formula: `=IF(${at('C')}=0,${quoteFormulaText(PROGRESS_SUMMARY_LABELS.none)},${at('D')}/${at('C')})`,
    },
  ];
}

/** Builds the twelve months of the annex's year, by the last day to be in time; what did not arise is not counted. */
export function buildMonthTable(top: number, log: CountedLog): ProgressTable {
  return {
    area: createRange(top, 0, MONTH_COUNT + 1, MONTH_TABLE_FORMATS.length),
    cells: [
      ['', LABELS.header, LABELS.total, LABELS.done, LABELS.overdue, LABELS.remaining, LABELS.share],
      ...LABELS.names.map((_, month) => buildMonthCells(month, top + 1 + month, log)),
    ],
    hasOther: false,
    formats: MONTH_TABLE_FORMATS,
  };
}

/** Returns what the chart takes of the table of months: the header row with the three states, and the axis. */
export function getMonthChartSource({ top, left }: CellRange): { source: CellRange; categories: CellRange } {
  return {
    source: createRange(top, left + FIRST_STATE_COLUMN, MONTH_COUNT + 1, STATE_COUNT),
    categories: createRange(top + 1, left, MONTH_COUNT, 1),
  };
}
