import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { ReactElement } from 'react';
import type { ProgressView } from '../../commands/progress';
import { useWords } from '../shell/words';
import { countOf, type Filter, FILTER_IDS, type FilterId } from './filters';

export type FilterBarProps = { view: ProgressView; filter: Filter; onChange: (filter: Filter) => void };

/** Which occurrences the list shows: by where they stand, by lead unit, by words. */
export function FilterBar({ view, filter, onChange }: FilterBarProps): ReactElement {
  const { say } = useWords();
  return (
    <div className="filter-bar">
      <Dropdown
        label={say('track.filter')}
        options={FILTER_IDS.map((id) => ({
          key: id,
          text: say(`track.filter.${id}`, { count: countOf(view, id) }),
        }))}
        selectedKey={filter.id}
        onChange={(_, option) => onChange({ ...filter, id: (option?.key ?? 'todo') as FilterId })}
      />
      <Dropdown
        label={say('track.lead')}
        options={[
          { key: '', text: say('track.lead.all') },
          ...view.leadUnits.map((unit) => ({
            key: unit,
            text: unit === '' ? say('summary.noLeadUnit') : unit,
          })),
        ]}
        selectedKey={filter.leadUnit}
        onChange={(_, option) => onChange({ ...filter, leadUnit: String(option?.key ?? '') })}
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
