import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { ReactElement } from 'react';
import type { ListedDocument } from '../../school-workbook/documents/documents';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import { DocumentFilter } from '../components/DocumentFilter';
import styles from '../components/FilterBar.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import { useTranslation } from '../shell/use-translation';
import { getAreaKey, TASK_FILTER_IDS, TASK_FILTERS } from './filter-tasks';
import type { TaskFilter, TaskFilterId } from './task-filter';

type TaskFilterBarProps = {
  rows: readonly TaskRecord[];
  /** The documents of the workbook; none where it has one. */
  documents: readonly ListedDocument[];
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
};

const SUMMARY_KEY = 'figure';

/** Which tasks the list shows: by state, by document, by area, by words. */
export function TaskFilterBar({ rows, documents, filter, onChange }: TaskFilterBarProps): ReactElement {
  const { t } = useTranslation();
  const listed = rows.filter(({ document }) => filter.document === '' || document === filter.document);
  const isMixed = documents.length > 0 && filter.document === '';
  const areas = new Map(
    listed.map((row): [string, string] => {
      const { section, sectionTitle } = row.task;
      const label = [section, sectionTitle].filter(Boolean).join('. ');
      return [getAreaKey(row), isMixed && row.document !== '' ? `${label} (${row.document})` : label];
    }),
  );
  // A filter that shows nothing is not offered.
  const states = TASK_FILTER_IDS.map((id) => ({ id, count: rows.filter(TASK_FILTERS[id]).length }))
    .filter(({ id, count }) => count > 0 || id === filter.id)
    .map(({ id, count }) => ({ key: id as string, text: t(`pane.filter.${id}`, { count }) }));
  const figure = filter.summaryRows
    ? [{ key: SUMMARY_KEY, text: t('pane.filter.figure', { count: filter.summaryRows.keys.length }) }]
    : [];
  return (
    <div className={styles.bar}>
      <PaneDropdown
        ariaLabel={t('pane.mark.filter')}
        title={t('pane.mark.filter')}
        options={[...figure, ...states]}
        selectedKey={filter.summaryRows ? SUMMARY_KEY : filter.id}
        onChange={(_, option) => {
          if (option && option.key !== SUMMARY_KEY)
            onChange({ ...filter, summaryRows: null, id: option.key as TaskFilterId });
        }}
      />
      <DocumentFilter
        documents={documents}
        chosen={filter.document}
        onChange={(document) => onChange({ ...filter, document, area: '' })}
      />
      <PaneDropdown
        ariaLabel={t('pane.mark.area')}
        title={t('pane.mark.area')}
        options={[
          { key: '', text: t('pane.mark.area.all') },
          ...[...areas].map(([key, text]) => ({ key, text })),
        ]}
        selectedKey={filter.area}
        onChange={(_, option) => onChange({ ...filter, area: String(option?.key ?? '') })}
      />
      <SearchBox
        ariaLabel={t('pane.mark.search')}
        placeholder={t('pane.search')}
        value={filter.search}
        onChange={(_, search = '') => onChange({ ...filter, search })}
      />
    </div>
  );
}
