import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { ReactElement } from 'react';
import type { ProgressView } from '../../commands/progress/index';
import styles from '../components/FilterBar.module.css';
import { useTranslation } from '../shell/use-translation';
import {
  countFilteredItems,
  PROGRESS_FILTER_IDS,
  type ProgressFilter,
  type ProgressFilterId,
} from './progress-filter';

type ProgressFilterBarProps = {
  view: ProgressView;
  filter: ProgressFilter;
  onChange: (filter: ProgressFilter) => void;
};

/** Which occurrences the list shows: by where they stand, by lead unit, by words. */
export function ProgressFilterBar({ view, filter, onChange }: ProgressFilterBarProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={`${styles.bar} ${styles.wide}`}>
      <Dropdown
        label={t('track.filter')}
        // A filter that shows nothing is not offered.
        options={PROGRESS_FILTER_IDS.map((id) => ({ id, count: countFilteredItems(view, id) }))
          .filter(({ id, count }) => count > 0 || id === filter.id)
          .map(({ id, count }) => ({ key: id, text: t(`track.filter.${id}`, { count }) }))}
        selectedKey={filter.id}
        onChange={(_, option) => onChange({ ...filter, id: (option?.key ?? 'todo') as ProgressFilterId })}
      />
      <Dropdown
        label={t('track.lead')}
        options={[
          { key: '', text: t('track.lead.all') },
          ...view.leadUnits.map((unit) => ({
            key: unit,
            text: unit === '' ? t('summary.noLeadUnit') : unit,
          })),
        ]}
        selectedKey={filter.leadUnit}
        onChange={(_, option) => onChange({ ...filter, leadUnit: String(option?.key ?? '') })}
      />
      <SearchBox
        ariaLabel={t('pane.mark.search')}
        placeholder={t('pane.mark.search')}
        value={filter.search}
        onChange={(_, search = '') => onChange({ ...filter, search })}
      />
    </div>
  );
}
