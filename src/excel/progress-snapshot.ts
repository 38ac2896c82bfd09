import { areaOf } from '../workbook/address';
import { formulaColumns } from '../workbook/formula-columns';
import { LOG_TABLE } from '../workbook/progress/log-columns';
import { SETTING_IDS, SETTING_NAMES } from '../workbook/progress/setting-names';
import type { CellValue, ProgressSnapshot, TableSnapshot } from '../workbook/snapshot';

/**
 * Queues what is read of the log and its settings. After a sync, `loadFormulas` queues the formulas of its first row and
 * tells whether there is one: all rows have the same, and 2,000 of them would take more than Excel answers. `read` after
 * the next sync.
 */
export const queueProgress = (
  workbook: Excel.Workbook,
): { loadFormulas(): boolean; read(): ProgressSnapshot } => {
  const table = workbook.tables.getItemOrNullObject(LOG_TABLE);
  table.load('name,worksheet/name,autoFilter/isDataFiltered');
  const range = table.getRange();
  range.load('rowIndex,columnIndex,values');
  const withFormulas = range.getSpecialCellsOrNullObject('Formulas');
  withFormulas.load('address');
  const first = range.getRow(1);
  const areas = SETTING_IDS.map((id) => {
    const area = workbook.names.getItemOrNullObject(SETTING_NAMES[id]).getRangeOrNullObject();
    area.load('rowIndex,columnIndex,rowCount,columnCount,values,worksheet/name');
    return { id, area };
  });
  const log = (): TableSnapshot | null =>
    table.isNullObject
      ? null
      : {
          sheet: table.worksheet.name,
          top: range.rowIndex,
          left: range.columnIndex,
          values: range.values as CellValue[][],
          formulas: null,
          filtered: table.autoFilter.isDataFiltered,
          head: [],
        };
  return {
    loadFormulas: () => {
      if (table.isNullObject) return false;
      first.load('formulas');
      return true;
    },
    read: () => {
      const found = areas.filter(({ area }) => !area.isNullObject);
      return {
        log: log(),
        formulas: table.isNullObject
          ? { whole: [], first: [] }
          : {
              whole: withFormulas.isNullObject
                ? []
                : formulaColumns(
                    withFormulas.address,
                    areaOf(
                      range.rowIndex,
                      range.columnIndex,
                      range.values.length,
                      range.values[0]?.length ?? 0,
                    ),
                  ).whole,
              first: (first.formulas[0] ?? []).map(String),
            },
        settings: Object.fromEntries(found.map(({ id, area }) => [id, area.values as CellValue[][]])),
        places: Object.fromEntries(
          found.map(({ id, area }) => [
            id,
            {
              sheet: area.worksheet.name,
              area: areaOf(area.rowIndex, area.columnIndex, area.rowCount, area.columnCount),
            },
          ]),
        ),
      };
    },
  };
};
