import { Link } from 'office-ui-fabric-react/lib/Link';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import { type ReactElement, useState } from 'react';
import { showLedgerRow } from '../../commands/authority/show-ledger-row';
import { getEntryKey, type LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { getTaskOutcome, TASK_OUTCOMES, type TaskOutcome } from '../../consolidation/ledger/task-outcome';
import { formatLocation } from '../../i18n/format-problem';
import { OUTCOME_LABELS } from '../../sheets/labels/consolidation-labels';
import filterBar from '../components/FilterBar.module.css';
import layout from '../components/layout.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { type DrillFilter, filterEntries, NO_DRILL_FILTER } from './filter-entries';
import lists from './lists.module.css';

const MAX_ROWS = 200;

type DrillListProps = {
  entries: readonly LedgerEntry[];
  asOf: string;
  pane: Pane;
  isWritten: boolean;
};

/** The rows behind a figure: school, task and state of each, with the cell it was read from; filtered by state and words. */
export function DrillList({ entries, asOf, pane, isWritten }: DrillListProps): ReactElement {
  const { t, locale } = useTranslation();
  const [filter, setFilter] = useState<DrillFilter>(NO_DRILL_FILTER);
  const outcomes = new Map<TaskOutcome, number>();
  for (const entry of entries) {
    const outcome = getTaskOutcome(entry, asOf);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const rows = filterEntries(entries, asOf, filter);
  const rest = rows.length - MAX_ROWS;
  return (
    <>
      <div className={filterBar.bar}>
        <PaneDropdown
          ariaLabel={t('units.drill.state')}
          title={t('units.drill.state')}
          selectedKey={filter.outcome}
          options={[
            { key: '', text: t('units.drill.all', { count: entries.length }) },
            ...TASK_OUTCOMES.filter((outcome) => outcomes.has(outcome)).map((outcome) => ({
              key: outcome,
              text: `${OUTCOME_LABELS[outcome]} (${outcomes.get(outcome)})`,
            })),
          ]}
          onChange={(_, option) => setFilter({ ...filter, outcome: (option?.key ?? '') as TaskOutcome | '' })}
        />
        <SearchBox
          ariaLabel={t('units.drill.search')}
          placeholder={t('units.drill.search')}
          value={filter.search}
          onChange={(_, search = '') => setFilter({ ...filter, search })}
        />
      </div>
      <p role="status">{t('units.rows', { count: rows.length })}</p>
      <ul
        className={lists.list}
        tabIndex={0}
        aria-label={t('units.rows', { count: rows.length })}
        data-testid="drill-list"
      >
        {rows.slice(0, MAX_ROWS).map((entry) => (
          <li key={getEntryKey(entry)}>
            <b>{entry.unitName || entry.unit}</b> · <b>{entry.task.id}</b>{' '}
            <span>{OUTCOME_LABELS[getTaskOutcome(entry, asOf)]}</span>
            <p className={lists.content}>{entry.task.content}</p>
            <p>
              <span className={layout.muted}>
                {formatLocation(locale, {
                  file: entry.from.file,
                  sheet: entry.from.sheet,
                  cell: entry.from.cell,
                })}
              </span>{' '}
              {isWritten && (
                <Link
                  aria-label={`${t('units.show')}: ${getEntryKey(entry)}`}
                  onClick={() => void pane.show(showLedgerRow, getEntryKey(entry))}
                >
                  {t('units.show')}
                </Link>
              )}
            </p>
          </li>
        ))}
        {rest > 0 && <li>{t('units.more', { count: rest })}</li>}
      </ul>
    </>
  );
}
