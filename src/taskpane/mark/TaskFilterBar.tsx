import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { ReactElement } from 'react';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import styles from '../components/FilterBar.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import { useTranslation } from '../shell/use-translation';
import { TASK_FILTER_IDS, TASK_FILTERS, type TaskFilter, type TaskFilterId } from './task-filter';

type TaskFilterBarProps = {
  rows: readonly TaskRecord[];
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
};

const SUMMARY_KEY = 'figure';

/** Which tasks the list shows: by state, by area, by words. */
export function TaskFilterBar({ rows, filter, onChange }: TaskFilterBarProps): ReactElement {
  const { t } = useTranslation();
  const areas = new Map(rows.map(({ task }) => [task.section, task.sectionTitle]));
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
      <PaneDropdown
        ariaLabel={t('pane.mark.area')}
        title={t('pane.mark.area')}
        options={[
          { key: '', text: t('pane.mark.area.all') },
          ...[...areas].map(([section, title]) => ({
            key: section,
            text: [section, title].filter(Boolean).join('. '),
          })),
        ]}
        selectedKey={filter.section}
        onChange={(_, option) => onChange({ ...filter, section: String(option?.key ?? '') })}
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
