import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { ReactElement } from 'react';
import type { ProgressView } from '../../commands/progress/index';
import { DocumentFilter } from '../components/DocumentFilter';
import styles from '../components/FilterBar.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import { useTranslation } from '../shell/use-translation';
import {
  ANYBODY,
  countFilteredItems,
  NOBODY,
  PROGRESS_FILTER_IDS,
  type ProgressFilter,
  type ProgressFilterId,
} from './progress-filter';

type ProgressFilterBarProps = {
  view: ProgressView;
  filter: ProgressFilter;
  onChange: (filter: ProgressFilter) => void;
};

/** Which occurrences the list shows: by where they stand, by document, by lead unit, by words. */
export function ProgressFilterBar({ view, filter, onChange }: ProgressFilterBarProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <PaneDropdown
        ariaLabel={t('track.filter')}
        title={t('track.filter')}
        // A filter that shows nothing is not offered.
        options={PROGRESS_FILTER_IDS.map((id) => ({ id, count: countFilteredItems(view, id) }))
          .filter(({ id, count }) => count > 0 || id === filter.id)
          .map(({ id, count }) => ({ key: id, text: t(`track.filter.${id}`, { count }) }))}
        selectedKey={filter.id}
        onChange={(_, option) => onChange({ ...filter, id: (option?.key ?? 'todo') as ProgressFilterId })}
      />
      <DocumentFilter
        documents={view.documents}
        chosen={filter.document}
        onChange={(document) => onChange({ ...filter, document })}
      />
      <PaneDropdown
        ariaLabel={t('track.lead')}
        title={t('track.lead')}
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
      {view.people.length > 0 && (
        <PaneDropdown
          ariaLabel={t('track.person')}
          title={t('track.person')}
          options={[
            { key: ANYBODY, text: t('track.person.all') },
            ...view.people.map((person) => ({ key: person, text: person })),
            { key: NOBODY, text: t('track.person.none') },
          ]}
          selectedKey={filter.person}
          onChange={(_, option) => onChange({ ...filter, person: String(option?.key ?? ANYBODY) })}
        />
      )}
      <SearchBox
        ariaLabel={t('pane.mark.search')}
        placeholder={t('pane.search')}
        value={filter.search}
        onChange={(_, search = '') => onChange({ ...filter, search })}
      />
    </div>
  );
}
