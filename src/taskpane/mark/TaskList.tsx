import { type KeyboardEvent, memo, type MouseEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Applicability } from '../../annex/types';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import { ApplicabilityChip } from '../components/ApplicabilityChip';
import styles from '../components/ItemList.module.css';
import layout from '../components/layout.module.css';
import { useFillHeight } from '../components/use-fill-height';
import { useTranslation } from '../shell/use-translation';
import { isContradictory, isWithoutReason } from './filter-tasks';
import type { SelectionChange } from './task-selection';
import checkMark from './TaskList.module.css';

type TaskListRowProps = {
  row: TaskRecord;
  isSelected: boolean;
  onSelect: (key: string) => void;
  onChange: (change: SelectionChange) => void;
};

const TaskListRow = memo(({ row, isSelected, onSelect, onChange }: TaskListRowProps): ReactElement => {
  const { t } = useTranslation();
  const { task, key } = row;
  const onClick = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
    if (shiftKey) onChange({ key, extend: true });
    else if (ctrlKey || metaKey) onChange({ key, extend: false });
    else onSelect(key);
  };
  const onCheck = (event: MouseEvent): void => {
    event.stopPropagation();
    onChange({ key, extend: event.shiftKey });
  };
  return (
    <li
      id={`task-${key}`}
      role="option"
      aria-selected={isSelected}
      className={isSelected ? `${styles.item} ${styles.selected}` : styles.item}
      onClick={onClick}
    >
      <div className={layout.itemHeader}>
        <span className={checkMark.box} title={t('pane.mark.choose')} aria-hidden onClick={onCheck}>
          {isSelected ? '✓' : ''}
        </span>
        <b>{task.id}</b>
        <ApplicabilityChip applicability={task.applicability} />
      </div>
      <p
        className={
          task.applicability === 'notPerformed' ? `${styles.content} ${styles.short}` : styles.content
        }
      >
        {task.content}
      </p>
      {task.applicability === 'notPerformed' && (
        <p className={styles.detail}>{isWithoutReason(row) ? t('pane.mark.noReason') : task.reason}</p>
      )}
      {isSelected && isContradictory(row) && <p className={styles.detail}>{t('pane.mark.contradiction')}</p>}
    </li>
  );
});
TaskListRow.displayName = 'Row';

const MARK_KEYS: Record<string, Applicability> = { t: 'performed', n: 'notPerformed', x: 'undecided' };

type TaskListProps = {
  rows: readonly TaskRecord[];
  selected: readonly string[];
  /** The task that the arrow keys start from; null for the first selected one. */
  active: string | null;
  /** Selects one task, in the sheet too. */
  onSelect: (key: string) => void;
  /** Adds tasks to the selection or removes them. */
  onChange: (change: SelectionChange) => void;
  onSelectAll: () => void;
  onMark: (applicability: Applicability) => void;
};

/**
 * The tasks beside the sheet. J and K go on, T, N and X mark; several are chosen by check box, Ctrl or Shift, by Space
 * and Shift with the arrows, all by Ctrl+A.
 */
export function TaskList(props: TaskListProps): ReactElement {
  const { rows, selected, active, onSelect, onChange, onSelectAll, onMark } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useFillHeight(list);
  const isShown = (key: string): boolean => rows.some((row) => row.key === key);
  const current = active !== null && isShown(active) ? active : selected.find(isShown);
  useEffect(() => {
    if (current) document.getElementById(`task-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const go = (by: 1 | -1, extend: boolean): void => {
    const at = rows.findIndex(({ key }) => key === current);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next && extend) onChange({ key: next.key, extend });
    else if (next) onSelect(next.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (key === 'a' && (event.ctrlKey || event.metaKey)) {
      onSelectAll();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = MARK_KEYS[key];
    if (key === 'j' || event.key === 'ArrowDown') go(1, event.shiftKey);
    else if (key === 'k' || event.key === 'ArrowUp') go(-1, event.shiftKey);
    else if (event.key === ' ' && current) onChange({ key: current, extend: false });
    else if (event.key === 'Home' && rows[0]) onSelect(rows[0].key);
    else if (event.key === 'End' && rows.length > 0) onSelect(rows[rows.length - 1]?.key ?? '');
    else if (mark && current) onMark(mark);
    else return;
    event.preventDefault();
  };

  if (rows.length === 0) return <p className={layout.muted}>{t('pane.mark.none')}</p>;
  return (
    <ul
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('pane.mark.list')}
      aria-activedescendant={current ? `task-${current}` : undefined}
      tabIndex={0}
      className={styles.list}
      data-testid="task-list"
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <TaskListRow
          key={row.key}
          row={row}
          isSelected={selected.includes(row.key)}
          onSelect={onSelect}
          onChange={onChange}
        />
      ))}
    </ul>
  );
}
