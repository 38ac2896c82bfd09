import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from 'react';
import type { Applicability } from '../../annex/types';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import { ApplicabilityChip } from '../components/ApplicabilityChip';
import styles from '../components/ItemList.module.css';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import { isContradictory } from './task-filter';

type TaskListRowProps = { row: TaskRecord; isSelected: boolean; onPick: (key: string) => void };

const TaskListRow = memo(({ row, isSelected, onPick }: TaskListRowProps): ReactElement => {
  const { t } = useTranslation();
  const { task, key } = row;
  return (
    <li
      id={`task-${key}`}
      role="option"
      aria-selected={isSelected}
      className={isSelected ? `${styles.item} ${styles.selected}` : styles.item}
      onClick={() => onPick(key)}
    >
      <div className={layout.itemHeader}>
        <b>{task.id}</b>
        <ApplicabilityChip applicability={task.applicability} />
      </div>
      <p className={styles.content}>{task.content}</p>
      {task.applicability === 'notPerformed' && task.reason !== '' && (
        <p className={layout.muted}>{task.reason}</p>
      )}
      {isContradictory(row) && <p className={layout.muted}>{t('pane.mark.contradiction')}</p>}
    </li>
  );
});
TaskListRow.displayName = 'Row';

const MARK_KEYS: Record<string, Applicability> = { t: 'performed', n: 'notPerformed', x: 'undecided' };

type TaskListProps = {
  rows: readonly TaskRecord[];
  selected: readonly string[];
  onSelect: (key: string) => void;
  onMark: (applicability: Applicability) => void;
};

/** The tasks beside the sheet. Its selection is the sheet's; J and K go on, T, N and X mark. */
export function TaskList({ rows, selected, onSelect, onMark }: TaskListProps): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const current = selected.find((key) => rows.some((row) => row.key === key));
  useEffect(() => {
    if (current) document.getElementById(`task-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const go = (by: 1 | -1): void => {
    const at = rows.findIndex(({ key }) => key === current);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) onSelect(next.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const mark = MARK_KEYS[key];
    if (key === 'j' || event.key === 'ArrowDown') go(1);
    else if (key === 'k' || event.key === 'ArrowUp') go(-1);
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
        <TaskListRow key={row.key} row={row} isSelected={selected.includes(row.key)} onPick={onSelect} />
      ))}
    </ul>
  );
}
