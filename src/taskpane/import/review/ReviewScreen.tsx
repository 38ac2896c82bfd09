import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { type KeyboardEvent, type ReactElement, useMemo, useRef } from 'react';
import { ExplainedButton } from '../../components/ExplainedButton';
import inlineChoice from '../../components/InlineChoice.module.css';
import layout from '../../components/layout.module.css';
import { useTranslation } from '../../shell/use-translation';
import { FoundProblems } from '../FoundProblems';
import { TableChoice } from '../tables/TableChoice';
import type { AnnexImport, ImportFlow } from '../use-import';
import styles from './ReviewScreen.module.css';
import { RowCard } from './RowCard';
import { useGrowingLimit } from './use-growing-limit';
import { useInView } from './use-in-view';
import { REVIEW_FILTERS, type ReviewFilter, type ReviewState, useReview } from './use-review';

const NO_PROBLEMS: readonly never[] = [];

/** Ctrl+Z and Ctrl+Y outside of a field; inside, they belong to what is being typed. */
function createHistoryKeyHandler({ undo, redo }: ReviewState) {
  return (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
}

/** The button that opens a row. */
const ROW_HEADER = '[data-row] > button[aria-expanded]';

/** Arrow keys go from row to row. */
function handleArrowKeys(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(ROW_HEADER)) return;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const row = target.closest('[data-row]');
  const adjacent = key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const head = adjacent?.querySelector<HTMLElement>(ROW_HEADER);
  if (!head) return;
  event.preventDefault();
  head.focus();
}

type ReviewScreenProps = { current: AnnexImport; flow: ImportFlow; isRunning: boolean };

/** The found rows beside their source, problems first: what the reader doubts has to be looked at before it counts. */
export function ReviewScreen({ current, flow, isRunning }: ReviewScreenProps): ReactElement {
  const { t } = useTranslation();
  const state = useReview(current, flow);
  const { reviewed, rows, counts, open, edit, done } = state;
  const { past, future: ahead } = reviewed.history;
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const limit = useGrowingLimit(end, rows.length);
  const painted = useMemo(() => rows.slice(0, limit), [rows, limit]);
  const waiting = useMemo(
    () => painted.filter(({ confirmation: look, deleted }) => look === 'waiting' && !deleted),
    [painted],
  );
  const inView = useInView(list, waiting);
  const looked = waiting.filter(({ key }) => inView.has(key));
  return (
    <section
      aria-label={t('review.title')}

      onKeyDown={createHistoryKeyHandler(state)}
    >
      <header className={layout.screenHeader}>
        <h2>{t('review.title')}</h2>
        <DefaultButton text={t('pane.choose.again')} onClick={flow.leave} />
      </header>
      <p className={layout.muted}>{t('review.intro', { name: current.name })}</p>
      <TableChoice
        key={current.reading.assembled.tables.join()}
        document={current.reading.document}
        taken={current.reading.assembled.tables}
        flow={flow}
        isRunning={isRunning}
      />
      {reviewed.general.length > 0 && <FoundProblems problems={reviewed.general} />}
      <ChoiceGroup
        className={inlineChoice.inline}
        label={t('review.filter')}
        selectedKey={state.filter}
        options={REVIEW_FILTERS.filter((key) => counts[key] > 0 || key === state.filter).map((key) => ({
          key,
          text: t(`review.filter.${key}`, { count: counts[key] }),
        }))}
        onChange={(_, option) => option && state.setFilter(option.key as ReviewFilter)}
      />
      <div className={layout.row} role="group" aria-label={t('review.steps')}>
        <ExplainedButton
          iconProps={{ iconName: 'undo' }}
          text={t('pane.undo')}
          why={past.length === 0 ? t('review.nothingToUndo') : null}
          onClick={state.undo}
        />
        <ExplainedButton
          iconProps={{ iconName: 'redo' }}
          text={t('pane.redo')}
          why={ahead.length === 0 ? t('review.nothingToRedo') : null}
          onClick={state.redo}
        />
      </div>
      <p className={layout.visuallyHidden} role="status">
        {done && t(`review.done.${done}`)}
      </p>
      {rows.length === 0 && <p>{t('review.none')}</p>}
      <ul ref={list} className={styles.rows} aria-label={t('review.list')} onKeyDown={handleArrowKeys}>
        {painted.map((row) => (
          <RowCard
            key={row.key}
            row={row}
            task={reviewed.tasks.get(row.key) ?? ''}
            problems={reviewed.problems.get(row.key) ?? NO_PROBLEMS}
            next={open === row.key ? state.nextOf(row.key) : null}
            isOpen={open === row.key}
            sourceOf={state.sourceOf}
            onOpen={state.setOpen}
            onEdit={edit}
          />
        ))}
      </ul>
      <div ref={end} />
      <div className={layout.stickyBar}>
        <p aria-live="polite">
          {counts.waiting > 0
            ? t('review.waiting', { count: counts.waiting })
            : t('review.ready', { count: counts.all })}
        </p>
        <div className={layout.row}>
          {counts.waiting > 0 && (
            <ExplainedButton
              text={t('review.confirmSeen', { count: looked.length })}
              why={looked.length === 0 ? t('review.noneSeen') : null}
              onClick={() => edit({ kind: 'confirm', keys: looked.map(({ key }) => key) })}
            />
          )}
          <ExplainedButton
            primary
            text={t('review.continue')}
            why={
              counts.waiting > 0
                ? t('review.waiting', { count: counts.waiting })
                : reviewed.annex.tasks.length === 0
                  ? t('review.noTasks')
                  : null
            }
            disabled={isRunning}
            onClick={() => flow.setStep('stage')}
          />
        </div>
      </div>
    </section>
  );
}
