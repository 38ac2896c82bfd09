import {
  OFFICE_SETTING_IDS,
  SETTING_NAMES,
  type SettingValues,
} from '../../school-workbook/settings/setting-names';
import { getLoadedValues } from './get-loaded-values';
import { findNamedRange, type Inventory } from './inventory';

/** Queues the settings of *Cấu hình* that documents need; the returned function reads them after a sync. */
export function queueOfficeSettings(
  context: Excel.RequestContext,
  inventory: Inventory,
): () => SettingValues {
  const areas = OFFICE_SETTING_IDS.flatMap((id) => {
    const area = findNamedRange(context, inventory, SETTING_NAMES[id]);
    area?.load('values');
    return area ? [{ id, area }] : [];
  });
  return () => Object.fromEntries(areas.map(({ id, area }) => [id, getLoadedValues(area)]));
}
