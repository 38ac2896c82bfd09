import { ActionButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { ComboBox } from 'office-ui-fabric-react/lib/ComboBox';
import { lazy, type ReactElement, useState } from 'react';
import type { Applicability } from '../../annex/types';
import { getListedChoice, listSeveralDocuments } from '../../school-workbook/documents/documents';
import actionBar from '../components/ActionBar.module.css';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import { ExplainedButton } from '../components/ExplainedButton';
import inlineChoice from '../components/InlineChoice.module.css';
import layout from '../components/layout.module.css';
import { COMMANDS } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { filterTaskRows, getAreaKey } from './filter-tasks';
import { MarkConfirmation } from './MarkConfirmation';
import type { TaskFilter } from './task-filter';
import {
  changeSelection,
  getSelectedKeys,
  isReplaced,
  NO_TASK_SELECTION,
  selectKeys,
} from './task-selection';
import { TaskFilterBar } from './TaskFilterBar';
import { TaskList } from './TaskList';

const AddTasksScreen = lazy(async () => ({
  default: (await import('../add-tasks/AddTasksScreen')).AddTasksScreen,
}));

const MARK_COMMANDS = {
  performed: COMMANDS.markPerformed,
  notPerformed: COMMANDS.markNotPerformed,
  undecided: COMMANDS.clearMark,
};

type MarkTabProps = {
  pane: Pane;
  filter: TaskFilter;
  onFilter: (filter: TaskFilter) => void;
  onImport: () => void;
};

/** The list of tasks, and the three marks for the selected ones or all that are shown. */
export function MarkTab({ pane, filter: given, onFilter, onImport }: MarkTabProps): ReactElement {
  const { t } = useTranslation();
  const [scope, setScope] = useState<'current' | 'shown'>('current');
  const [typed, setTyped] = useState({ target: '', reason: '' });
  const [selection, setSelection] = useState(NO_TASK_SELECTION);
  const [asked, setAsked] = useState<{ target: string; mark: Applicability } | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { view } = pane;
  if (!view?.table) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  if (isAdding) return <AddTasksScreen pane={pane} onLeave={() => setAdding(false)} />;

  const { rows } = view.table;
  const documents = listSeveralDocuments(view.facts);
  const filter = { ...given, document: getListedChoice(documents, given.document) };
  const shown = filterTaskRows(rows, filter);
  const shownKeys = shown.map(({ key }) => key);
  const inSheet = view.selected.filter((key) => rows.some((row) => row.key === key));
  if (isReplaced(selection, inSheet)) setSelection(NO_TASK_SELECTION);
  const selected = getSelectedKeys(selection, inSheet);
  const keys = scope === 'shown' ? shownKeys : selected;
  const active = selected === selection.keys ? selection.active : null;
  const areas = new Map(rows.map((row) => [row.key, getAreaKey(row)]));
  const first = rows.find(({ key }) => key === (active ?? selected[0]));
  const area = first?.task.section;
  // A reason belongs to the tasks it was typed for: other tasks begin with the reason they have.
  const target = [scope, ...keys].join('\n');
  const only = scope === 'current' && selected.length === 1 ? selected[0] : null;
  const recorded = rows.find(({ key }) => key === only)?.task;
  const reason =
    typed.target === target
      ? typed.reason
      : recorded?.applicability === 'notPerformed'
        ? recorded.reason
        : '';
  const setReason = (text: string): void => setTyped({ target, reason: text });
  const mark = (applicability: Applicability, which: readonly string[]): void => {
    const given =
      applicability === 'notPerformed' && which === keys && reason.trim() !== ''
        ? { reason: reason.trim() }
        : {};
    void pane.perform(MARK_COMMANDS[applicability], { rows: which, ...given }, (outcome) =>
      outcome.written
        ? { key: 'mark.done', params: { rows: outcome.rows }, undo: true }
        : { key: 'mark.unchanged', undo: false },
    );
  };
  /** A mark of the whole list is asked about first: it is meant seldom and clicked easily. */
  const markChosen = (applicability: Applicability): void => {
    if (scope === 'shown' && keys.length > 1) setAsked({ target, mark: applicability });
    else mark(applicability, keys);
  };
  const why = keys.length === 0 ? t('pane.mark.select') : null;

  return (
    <div>
      <div className={actionBar.line}>
        <TaskFilterBar rows={rows} documents={documents} filter={filter} onChange={onFilter} />
        {/* A picture: a line of its own would take a task from the list. */}
        <IconButton
          className={layout.besideFilters}
          iconProps={{ iconName: 'Add' }}
          title={t('command.add-task')}
          ariaLabel={t('command.add-task')}
          onClick={() => setAdding(true)}
        />
      </div>
      <TaskList
        rows={shown}
        selected={selected}
        active={active}
        onSelect={(key) => {
          // At once: a mark may follow before the sheet has selected the row.
          setSelection(selectKeys([key], inSheet));
          void pane.show(COMMANDS.showRows, [key]);
        }}
        onChange={(change) => setSelection(changeSelection(selection, shownKeys, inSheet, change))}
        onSelectAll={() => setSelection(selectKeys(shownKeys, inSheet))}
        onMark={(applicability) => mark(applicability, selected)}
      />
      <div className={`${layout.stickyBar} ${actionBar.bar}`} data-testid="action-bar">
        <span id="mark-scope" className={layout.visuallyHidden}>
          {t('pane.mark.scope')}
        </span>
        <ChoiceGroup
          className={inlineChoice.inline}
          ariaLabelledBy="mark-scope"
          selectedKey={scope}
          options={[
            { key: 'current', text: t('pane.scope.current', { count: selected.length }) },
            { key: 'shown', text: t('pane.scope.shown', { count: shown.length }) },
          ]}
          onChange={(_, option) => setScope(option?.key === 'shown' ? 'shown' : 'current')}
        />
        <div className={actionBar.line}>
          <ComboBox
            key={target}
            ariaLabel={t('pane.mark.reason')}
            placeholder={t('pane.mark.reason')}
            allowFreeform
            autoComplete="on"
            text={reason}
            options={view.reasons.map((text) => ({ key: text, text }))}
            onChange={(_, option, __, typed) => setReason(option?.text ?? typed ?? '')}
            onInputValueChange={(typed) => setReason(typed)}
          />
          {area && (
            <ActionButton
              className={layout.wrapping}
              iconProps={{ iconName: 'CheckMark' }}
              text={t('pane.mark.chooseArea', { area })}
              onClick={() =>
                setSelection(
                  selectKeys(
                    shownKeys.filter((key) => first && areas.get(key) === getAreaKey(first)),
                    inSheet,
                  ),
                )
              }
            />
          )}
        </div>
        {asked?.target === target && !pane.isRunning && (
          <MarkConfirmation
            applicability={asked.mark}
            count={keys.length}
            onConfirm={() => {
              setAsked(null);
              mark(asked.mark, keys);
            }}
            onCancel={() => setAsked(null)}
          />
        )}
        <div className={actionBar.buttons}>
          <ExplainedButton
            primary
            text={t('pane.mark.performed')}
            why={why}
            disabled={pane.isRunning}
            onClick={() => markChosen('performed')}
          />
          <ExplainedButton
            text={t('pane.mark.notPerformed')}
            why={why}
            disabled={pane.isRunning}
            onClick={() => markChosen('notPerformed')}
          />
          <ExplainedButton
            text={t('pane.mark.clear')}
            why={why}
            disabled={pane.isRunning}
            onClick={() => markChosen('undecided')}
          />
        </div>
      </div>
    </div>
  );
}
