import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { ReactElement } from 'react';
import type { TrackedRow } from '../../workbook/read-tasks';
import { useWords } from '../shell/words';
import { type Filter, FILTER_IDS, FILTERS, type FilterId } from './filters';

export type FilterBarProps = {
  rows: readonly TrackedRow[];
  filter: Filter;
  onChange: (filter: Filter) => void;
};

const FIGURE = 'figure';

/** Which tasks the list shows: by state, by area, by words. */
export function FilterBar({ rows, filter, onChange }: FilterBarProps): ReactElement {
  const { say } = useWords();
  const areas = new Map(rows.map(({ task }) => [task.section, task.sectionTitle]));
  const states = FILTER_IDS.map((id) => ({
    key: id as string,
    text: say(`pane.filter.${id}`, { count: rows.filter(FILTERS[id]).length }),
  }));
  const figure = filter.figure
    ? [{ key: FIGURE, text: say('pane.filter.figure', { count: filter.figure.keys.length }) }]
    : [];
  return (
    <div className="filter-bar">
      <Dropdown
        label={say('pane.mark.filter')}
        options={[...figure, ...states]}
        selectedKey={filter.figure ? FIGURE : filter.id}
        onChange={(_, option) => {
          if (option && option.key !== FIGURE)
            onChange({ ...filter, figure: null, id: option.key as FilterId });
        }}
      />
      <Dropdown
        label={say('pane.mark.area')}
        options={[
          { key: '', text: say('pane.mark.area.all') },
          ...[...areas].map(([section, title]) => ({
            key: section,
            text: [section, title].filter(Boolean).join('. '),
          })),
        ]}
        selectedKey={filter.area}
        onChange={(_, option) => onChange({ ...filter, area: String(option?.key ?? '') })}
      />
      <SearchBox
        ariaLabel={say('pane.mark.search')}
        placeholder={say('pane.mark.search')}
        value={filter.search}
        onChange={(_, search = '') => onChange({ ...filter, search })}
      />
    </div>
  );
}
