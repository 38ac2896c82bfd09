import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from 'react';
import type { ProgressItem } from '../../commands/progress/index';
import { formatOptionalDate } from '../../shared/dates';
import styles from '../components/ItemList.module.css';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import { useFillHeight } from '../components/use-fill-height';
import { useTranslation } from '../shell/use-translation';
import { type EventGroups, HORIZON_DAYS } from './progress-filter';
import { TimelinessChip } from './TimelinessChip';

const getOptionId = (key: string): string => `event-${key.replace(/\W+/g, '-')}`;

type EventRowProps = {
  item: ProgressItem;
  isSelected: boolean;
  onPick: (key: string, more: boolean) => void;
};

const EventRow = memo(({ item, isSelected, onPick }: EventRowProps): ReactElement => {
  const { t } = useTranslation();
  const { row, task, lastDay, person, remarks } = item;
  const descriptions = [
    person,
    row.products,
    lastDay ? t('track.day', { day: formatOptionalDate(lastDay) }) : '',
    task && !lastDay && task.timing !== '' ? t('track.printed', { timing: task.timing }) : '',
  ].filter((text) => text !== '');
  return (
    <li
      id={getOptionId(row.key)}
      role="option"
      aria-selected={isSelected}
      className={isSelected ? `${styles.item} ${styles.selected}` : styles.item}
      onClick={({ ctrlKey, metaKey, shiftKey }) => onPick(row.key, ctrlKey || metaKey || shiftKey)}
    >
      <div className={layout.itemHeader}>
        <b>{row.task}</b>
        <TimelinessChip item={item} />
      </div>
      <p className={`${styles.content} ${styles.short}`}>{task ? task.content : t('track.gone')}</p>
      <p className={styles.detail}>{descriptions.join(' · ')}</p>
      {remarks.map((problem, index) => (
        <p key={index} className={layout.warning} data-testid="task-warning">
          <ProblemText problem={problem} />
        </p>
      ))}
    </li>
  );
});
EventRow.displayName = 'Row';

type EventListProps = {
  groups: EventGroups;
  selected: readonly string[];
  /** `more`: besides those selected already. */
  onSelect: (key: string, more: boolean) => void;
  onDone: () => void;
};

/** What is due beside the sheet, in groups. J and K go on, with Shift they add to what is selected, H records as done. */
export function EventList({ groups: shown, selected, onSelect, onDone }: EventListProps): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useFillHeight(list);
  const keys = shown.flatMap(({ items }) => items.map(({ row }) => row.key));
  const current = selected.find((key) => keys.includes(key));
  useEffect(() => {
    if (current) document.getElementById(getOptionId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const go = (by: 1 | -1, more: boolean): void => {
    const places = keys.flatMap((key, at) => (selected.includes(key) ? [at] : []));
    const at = more && by > 0 ? places.at(-1) : places[0];
    const next = keys[at === undefined ? 0 : Math.min(keys.length - 1, Math.max(0, at + by))];
    if (next !== undefined && !(more && selected.includes(next))) onSelect(next, more);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const [first, last] = [keys[0], keys.at(-1)];
    if (key === 'j' || event.key === 'ArrowDown') go(1, event.shiftKey);
    else if (key === 'k' || event.key === 'ArrowUp') go(-1, event.shiftKey);
    else if (event.key === 'Home' && first !== undefined) onSelect(first, false);
    else if (event.key === 'End' && last !== undefined) onSelect(last, false);
    else if (key === 'h' && selected.length > 0) onDone();
    else return;
    event.preventDefault();
  };

  if (keys.length === 0) return <p className={layout.muted}>{t('track.none')}</p>;
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('track.list')}
      aria-activedescendant={current === undefined ? undefined : getOptionId(current)}
      tabIndex={0}
      className={styles.list}
      data-testid="task-list"
      onKeyDown={onKeyDown}
    >
      {shown.map(({ group, items }) => (
        <ul key={group} role="group" aria-label={t(`track.group.${group}`, { days: HORIZON_DAYS })}>
          <li role="presentation" className={styles.groupHeader} data-testid="group-header">
            {t(`track.group.${group}`, { days: HORIZON_DAYS })} · {items.length}
          </li>
          {items.map((item) => (
            <EventRow
              key={item.row.key}
              item={item}
              isSelected={selected.includes(item.row.key)}
              onPick={onSelect}
            />
          ))}
        </ul>
      ))}
    </div>
  );
}
