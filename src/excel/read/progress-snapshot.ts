import { createRange } from '@phuluc/ooxml/a1';
import { LOG_TABLE } from '../../school-workbook/progress/log-columns';
import { SETTING_IDS, SETTING_NAMES, type SettingId } from '../../school-workbook/settings/setting-names';
import type { ProgressSnapshot, TableSnapshot } from '../../school-workbook/snapshot';
import { findFormulaColumns } from '../../sheets/find-formula-columns';
import { queueFormulaRanges, toFormulaRanges } from './formula-ranges';
import { getHeaderAndBody } from './get-header-and-body';
import { getLoadedValues } from './get-loaded-values';
import { findNamedRange, findTable, type Inventory, isTableProtected } from './inventory';

type QueuedLog = {
  table: Excel.Table;
  range: Excel.Range;
  /** Null on a protected sheet, where Excel finds no special cells. */
  withFormulas: Excel.RangeAreas | null;
  /** First row below the header. */
  first: Excel.Range;
};

type QueuedProgress = {
  log: QueuedLog | null;
  areas: { id: SettingId; area: Excel.Range }[];
};

/** Queues the loads of the log and its settings; the next sync answers all but the formulas. */
export function queueProgress(context: Excel.RequestContext, inventory: Inventory): QueuedProgress {
  const areas = SETTING_IDS.flatMap((id) => {
    const area = findNamedRange(context, inventory, SETTING_NAMES[id]);
    area?.load('rowIndex,columnIndex,rowCount,columnCount,values,worksheet/name');
    return area ? [{ id, area }] : [];
  });
  const table = findTable(context, inventory, LOG_TABLE);
  return { log: table && queueLog(table, isTableProtected(inventory, LOG_TABLE)), areas };
}

function queueLog(table: Excel.Table, isProtected: boolean): QueuedLog {
  table.load('name,showHeaders,worksheet/name');
  const range = getHeaderAndBody(table);
  range.load('rowIndex,columnIndex,values');
  const withFormulas = isProtected ? null : queueFormulaRanges(range);
  return { table, range, withFormulas, first: range.getRow(1) };
}

/**
 * Queues the formulas of the log's first row after a sync. All rows have the same formulas, and those of 2,000 rows
 * would exceed the size of a response. Returns false if there is no log.
 */
export function queueLogFormulas({ log }: QueuedProgress): boolean {
  log?.first.load('formulas');
  return log !== null;
}

function toLogSnapshot({ table, range }: QueuedLog): TableSnapshot {
  return {
    sheet: table.worksheet.name,
    top: range.rowIndex,
    left: range.columnIndex,
    values: getLoadedValues(range),
    formulas: null,
    isHeaderOff: !table.showHeaders,
    head: [],
  };
}

function toLogFormulas({ range, withFormulas, first }: QueuedLog): ProgressSnapshot['formulas'] {
  const texts = (first.formulas[0] ?? []).map(String);
  const { rowIndex, columnIndex, values } = range;
  // Nobody types over a formula of a protected sheet: there, the first row speaks for all.
  const whole = withFormulas
    ? findFormulaColumns(
        toFormulaRanges(withFormulas),
        createRange(rowIndex, columnIndex, values.length, values[0]?.length ?? 0),
      ).full
    : texts.flatMap((text, column) => (text.startsWith('=') ? [column] : []));
  return { whole, first: texts };
}

/** Converts what `queueProgress` loaded. */
export function toProgressSnapshot({ log, areas }: QueuedProgress): ProgressSnapshot {
  return {
    log: log && toLogSnapshot(log),
    formulas: log ? toLogFormulas(log) : { whole: [], first: [] },
    settings: Object.fromEntries(areas.map(({ id, area }) => [id, getLoadedValues(area)])),
    ranges: Object.fromEntries(
      areas.map(({ id, area }) => [
        id,
        {
          sheet: area.worksheet.name,
          area: createRange(area.rowIndex, area.columnIndex, area.rowCount, area.columnCount),
        },
      ]),
    ),
  };
}
