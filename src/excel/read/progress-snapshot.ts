import { createRange } from '@phuluc/ooxml/a1';
import { LOG_TABLE } from '../../school-workbook/progress/log-columns';
import { SETTING_IDS, SETTING_NAMES, type SettingId } from '../../school-workbook/settings/setting-names';
import type { ProgressSnapshot, TableSnapshot } from '../../school-workbook/snapshot';
import type { CellValue } from '../../sheets/cell-value';
import { findFormulaColumns } from '../../sheets/find-formula-columns';
import { queueFormulaRanges, toFormulaRanges } from './formula-ranges';
import { getHeaderAndBody } from './get-header-and-body';

type QueuedProgress = {
  table: Excel.Table;
  range: Excel.Range;
  withFormulas: Excel.RangeAreas;
  /** First row below the header. */
  first: Excel.Range;
  areas: { id: SettingId; area: Excel.Range }[];
};

/** Queues the loads of the log and its settings; the next sync answers all but the formulas. */
export function queueProgress(workbook: Excel.Workbook): QueuedProgress {
  const table = workbook.tables.getItemOrNullObject(LOG_TABLE);
  table.load('name,showHeaders,worksheet/name,autoFilter/isDataFiltered');
  const range = getHeaderAndBody(table);
  range.load('rowIndex,columnIndex,values');
  const withFormulas = queueFormulaRanges(range);
  const first = range.getRow(1);
  const areas = SETTING_IDS.map((id) => {
    const area = workbook.names.getItemOrNullObject(SETTING_NAMES[id]).getRangeOrNullObject();
    area.load('rowIndex,columnIndex,rowCount,columnCount,values,worksheet/name');
    return { id, area };
  });
  return { table, range, withFormulas, first, areas };
}

/**
 * Queues the formulas of the log's first row after a sync. All rows have the same formulas, and those of 2,000 rows
 * would exceed the size of a response. Returns false if there is no log.
 */
export function queueLogFormulas({ table, first }: QueuedProgress): boolean {
  if (table.isNullObject) return false;
  first.load('formulas');
  return true;
}

function toLogSnapshot({ table, range }: QueuedProgress): TableSnapshot | null {
  return table.isNullObject
    ? null
    : {
        sheet: table.worksheet.name,
        top: range.rowIndex,
        left: range.columnIndex,
        values: range.values as CellValue[][],
        formulas: null,
        filtered: table.autoFilter.isDataFiltered,
        isHeaderOff: !table.showHeaders,
        head: [],
      };
}

function toLogFormulas(
  { withFormulas, first }: QueuedProgress,
  { top, left, values }: TableSnapshot,
): ProgressSnapshot['formulas'] {
  return {
    whole: findFormulaColumns(
      toFormulaRanges(withFormulas),
      createRange(top, left, values.length, values[0]?.length ?? 0),
    ).full,
    first: (first.formulas[0] ?? []).map(String),
  };
}

/** Converts what `queueProgress` loaded. */
export function toProgressSnapshot(queued: QueuedProgress): ProgressSnapshot {
  const log = toLogSnapshot(queued);
  const found = queued.areas.filter(({ area }) => !area.isNullObject);
  return {
    log,
    formulas: log ? toLogFormulas(queued, log) : { whole: [], first: [] },
    settings: Object.fromEntries(found.map(({ id, area }) => [id, area.values as CellValue[][]])),
    ranges: Object.fromEntries(
      found.map(({ id, area }) => [
        id,
        {
          sheet: area.worksheet.name,
          area: createRange(area.rowIndex, area.columnIndex, area.rowCount, area.columnCount),
        },
      ]),
    ),
  };
}
