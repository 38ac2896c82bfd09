import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { type KeyboardEvent, type ReactElement, useMemo, useRef } from 'react';
import { useTranslation } from '../../shell/use-translation';
import { FoundProblems } from '../FoundProblems';
import type { AnnexImport, ImportFlow } from '../use-import';
import { RowCard } from './RowCard';
import { TableChoice } from './TableChoice';
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

/** Arrow keys go from row to row. */
function handleArrowKeys(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.classList.contains('row-head')) return;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const row = target.closest('[data-row]');
  const beside = key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const head = beside?.querySelector<HTMLElement>('.row-head');
  if (!head) return;
  event.preventDefault();
  head.focus();
}

type ReviewScreenProps = { current: AnnexImport; flow: ImportFlow; isRunning: boolean };

/** The found rows beside their source, problems first: what the reader doubts has to be looked at before it counts. */
export function ReviewScreen({ current, flow, isRunning }: ReviewScreenProps): ReactElement {
  const { t: say } = useTranslation();
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
      aria-label={say('review.title')}
      className="import review"
      onKeyDown={createHistoryKeyHandler(state)}
    >
      <header className="import-head">
        <h2>{say('review.title')}</h2>
        <DefaultButton text={say('pane.choose.again')} onClick={flow.leave} />
      </header>
      <p className="quiet">{say('review.intro', { name: current.name })}</p>
      <TableChoice
        document={current.reading.document}
        table={current.table}
        onChoose={(index) => void flow.setTable(index)}
      />
      {reviewed.general.length > 0 && <FoundProblems problems={reviewed.general} />}
      <ChoiceGroup
        className="scope"
        label={say('review.filter')}
        selectedKey={state.filter}
        options={REVIEW_FILTERS.map((key) => ({
          key,
          text: say(`review.filter.${key}`, { count: counts[key] }),
        }))}
        onChange={(_, option) => option && state.setFilter(option.key as ReviewFilter)}
      />
      <div className="row" role="group" aria-label={say('review.steps')}>
        <DefaultButton
          iconProps={{ iconName: 'undo' }}
          text={say('pane.undo')}
          disabled={past.length === 0}
          onClick={state.undo}
        />
        <DefaultButton
          iconProps={{ iconName: 'redo' }}
          text={say('pane.redo')}
          disabled={ahead.length === 0}
          onClick={state.redo}
        />
      </div>
      <p className="unseen" role="status">
        {done && say(`review.done.${done}`)}
      </p>
      {rows.length === 0 && <p>{say('review.none')}</p>}
      <ul ref={list} className="review-rows" aria-label={say('review.list')} onKeyDown={handleArrowKeys}>
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
      <div className="write-bar">
        <p aria-live="polite">
          {counts.waiting > 0
            ? say('review.waiting', { count: counts.waiting })
            : say('review.ready', { count: counts.all })}
        </p>
        <div className="row">
          {counts.waiting > 0 && (
            <DefaultButton
              text={say('review.confirmSeen', { count: looked.length })}
              disabled={looked.length === 0}
              onClick={() => edit({ kind: 'confirm', keys: looked.map(({ key }) => key) })}
            />
          )}
          <PrimaryButton
            text={say('review.continue')}
            disabled={counts.waiting > 0 || reviewed.annex.tasks.length === 0 || isRunning}
            onClick={() => flow.setStep('stage')}
          />
        </div>
      </div>
    </section>
  );
}
