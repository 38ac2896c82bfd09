import {
  OFFICE_SETTING_IDS,
  SETTING_NAMES,
  type SettingValues,
} from '../../school-workbook/settings/setting-names';
import type { CellValue } from '../../sheets/cell-value';

/** Queues the settings of *Cấu hình* that documents need; the returned function reads them after a sync. */
export function queueOfficeSettings(workbook: Excel.Workbook): () => SettingValues {
  const areas = OFFICE_SETTING_IDS.map((id) => {
    const area = workbook.names.getItemOrNullObject(SETTING_NAMES[id]).getRangeOrNullObject();
    area.load('values');
    return { id, area };
  });
  return () =>
    Object.fromEntries(
      areas
        .filter(({ area }) => !area.isNullObject)
        .map(({ id, area }) => [id, area.values as CellValue[][]]),
    );
}
