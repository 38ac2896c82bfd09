import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { type ReactElement, useContext, useState } from 'react';
import { assignPerson } from '../../commands/assign-person';
import { type ProgressView, recordProgress, resolveTiming, showEvents } from '../../commands/progress/index';
import type { TypedValues } from '../../progress/types';
import { getListedChoice } from '../../school-workbook/documents/documents';
import { formatOptionalDate } from '../../shared/dates';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { CalendarExportForm } from './CalendarExportForm';
import { CarryOverScreen } from './CarryOverScreen';
import { DeadlineDetails } from './DeadlineDetails';
import { EventList } from './EventList';
import { findNextPerTask, groupFilteredItems, type ProgressFilter } from './progress-filter';
import { ProgressFilterBar } from './ProgressFilterBar';
import { RecordBar } from './RecordBar';
import { RenewalBar } from './RenewalBar';
import { ProgressContext } from './use-progress';
import { toSelectionKey, useSelection } from './use-selection';

type ProgressTabProps = {
  pane: Pane;
  filter: ProgressFilter;
  onFilter: (filter: ProgressFilter) => void;
  onImport: () => void;
  onSettings: () => void;
};

type ProgressScreenProps = Pick<ProgressTabProps, 'pane' | 'filter' | 'onFilter'> & {
  view: ProgressView;
  onSettings: () => void;
  onCarryOver: () => void;
};

function ProgressScreen({
  pane,
  view,
  filter: given,
  onFilter,
  onSettings,
  onCarryOver,
}: ProgressScreenProps): ReactElement {
  const { t } = useTranslation();
  const fromSheet = pane.view?.selected.length ? findNextPerTask(view, view.selected) : view.selected;
  const { selected, pick: choose } = useSelection(fromSheet);
  const items = view.items.filter(({ row }) => selected.includes(row.key));
  const filter = { ...given, document: getListedChoice(view.documents, given.document) };
  const shown = groupFilteredItems(view, filter);
  const [only] = items.length === 1 ? items : [];

  const select = (keys: readonly string[]): void => {
    choose(keys);
    if (view.log !== 'absent') void pane.show(showEvents, keys);
  };
  const pick = (key: string, more: boolean): void => {
    const isIn = selected.includes(key);
    if (!more) select([key]);
    else select(isIn ? selected.filter((other) => other !== key) : [...selected, key]);
  };
  const record = async (typed: Partial<TypedValues>): Promise<void> => {
    const events = items.map(({ row }) => row.key);
    const done = await pane.perform(recordProgress, { rows: { events }, record: typed }, (outcome) =>
      outcome.written
        ? { key: 'track.recorded', params: { count: outcome.events.length }, undo: true }
        : { key: 'track.recorded.same', undo: false },
    );
    if (done?.next && typed.state === 'done' && events.length === 1) select([done.next]);
  };
  const assign = async (person: string): Promise<void> => {
    const tasks = [...new Set(items.map(({ row }) => row.task))];
    await pane.perform(assignPerson, { tasks, person }, (outcome) =>
      outcome.written
        ? { key: 'track.assigned', params: { count: outcome.tasks, person }, undo: true }
        : { key: 'track.assigned.same', undo: false },
    );
  };

  return (
    <div data-testid="progress">
      <p className={layout.note}>
        {t('track.on', { day: formatOptionalDate(view.on) })} {view.isFixedDay && t('track.on.fixed')}
      </p>
      <RenewalBar pane={pane} log={view.log} />
      <ProgressFilterBar view={view} filter={filter} onChange={onFilter} />
      <EventList
        groups={shown}
        selected={selected}
        onSelect={pick}
        onDone={() => void record({ state: 'done', doneOn: view.on })}
      />
      <RecordBar
        key={`record ${toSelectionKey(selected)}`}
        items={items}
        on={view.on}
        vocabulary={view.settings.products}
        people={pane.view?.people ?? []}
        why={view.log === 'absent' ? t('track.log.needed') : null}
        isRunning={pane.isRunning}
        onRecord={(typed) => void record(typed)}
        onAssign={(person) => void assign(person)}
      />
      {only?.task && (
        <DeadlineDetails
          key={only.row.key}
          row={only.row}
          task={only.task}
          settings={view.settings}
          isRunning={pane.isRunning}
          onSettle={(input) =>
            void pane.perform(resolveTiming, input, ({ written }) =>
              written ? { key: 'track.settled', undo: true } : { key: 'progress.unchanged', undo: false },
            )
          }
        />
      )}
      <CalendarExportForm pane={pane} view={view} person={filter.person} document={filter.document} />
      <div className={layout.row}>
        <DefaultButton text={t('track.settings.open')} onClick={onSettings} />
        <DefaultButton text={t('command.carry-over')} onClick={onCarryOver} />
      </div>
    </div>
  );
}

/** What must be handed in, what was, and what is late; each recorded where it stands. */
export function ProgressTab({
  pane,
  filter,
  onFilter,
  onImport,
  onSettings,
}: ProgressTabProps): ReactElement {
  const { t } = useTranslation();
  const [screen, setScreen] = useState<'main' | 'carryOver'>('main');
  const { view, problems } = useContext(ProgressContext);
  if (!pane.view?.table) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  if (!view && problems.length === 0) return <Spinner label={t('pane.reading')} />;
  const leave = (): void => setScreen('main');
  return (
    <>
      {problems.map((problem, index) => (
        <p key={index} className={layout.warning}>
          <ProblemText problem={problem} />
        </p>
      ))}
      {view && screen === 'main' && (
        <ProgressScreen
          pane={pane}
          view={view}
          filter={filter}
          onFilter={onFilter}
          onSettings={onSettings}
          onCarryOver={() => setScreen('carryOver')}
        />
      )}
      {screen === 'carryOver' && <CarryOverScreen pane={pane} onLeave={leave} />}
    </>
  );
}
