import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { memo, type ReactElement } from 'react';
import { getReviewFields, type ReviewEdit } from '../../../import/review/edit-review';
import type { ReviewRow } from '../../../import/review/review-row';
import type { FindSourceFragment } from '../../../import/review/source-index';
import type { Problem } from '../../../shared/problem';
import { COLUMN_HEADERS } from '../../../sheets/labels/school-labels';
import { ProblemText } from '../../components/ProblemText';
import { useTranslation } from '../../shell/use-translation';
import { RowEditor } from './RowEditor';
import { SourcePanel } from './SourcePanel';

function CellList({ row }: { row: ReviewRow }): ReactElement {
  return (
    <dl className="cell-list">
      {getReviewFields(row.kind)
        .filter((field) => row.cells[field] !== '')
        .map((field) => (
          <div key={field}>
            <dt>{COLUMN_HEADERS[field]}</dt>
            <dd>{row.cells[field]}</dd>
          </div>
        ))}
    </dl>
  );
}

function RowHead({ row, task, isOpen }: { row: ReviewRow; task: string; isOpen: boolean }): ReactElement {
  const { t: say } = useTranslation();
  const state = row.deleted ? 'deleted' : row.confirmation;
  const number = task || row.cells.tt;
  return (
    <>
      <b>{number || say('review.unnumbered')}</b>
      {row.kind === 'section' && <span className="chip notPerformed">{say('review.section')}</span>}
      {state === 'deleted' && <span className="chip notPerformed">{say('review.state.deleted')}</span>}
      {state === 'waiting' && <span className="chip undecided">{say('review.state.waiting')}</span>}
      {state === 'confirmed' && <span className="chip performed">{say('review.state.confirmed')}</span>}
      {!isOpen && <span className="row-content">{row.cells.content}</span>}
    </>
  );
}

type RowCardProps = {
  row: ReviewRow;
  /** The task's id as it stands now; '' for what is none. */
  task: string;
  problems: readonly Problem[];
  next: ReviewRow | null;
  isOpen: boolean;
  sourceOf: FindSourceFragment;
  onOpen: (key: number | null) => void;
  onEdit: (edit: ReviewEdit) => void;
};

/** One found row beside its source: to be looked at, and when it is open, corrected. */
export const RowCard = memo((props: RowCardProps): ReactElement => {
  const { row, task, problems, next, isOpen, sourceOf, onOpen, onEdit } = props;
  const { t: say } = useTranslation();
  const { key } = row;
  const isWaiting = row.confirmation === 'waiting' && !row.deleted;
  return (
    <li data-row={key} className={row.deleted ? 'review-row deleted' : 'review-row'}>
      <button
        type="button"
        className="row-head"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : key)}
      >
        <RowHead row={row} task={task} isOpen={isOpen} />
      </button>
      {problems.length > 0 && (
        <ul className="row-problems">
          {problems.map((problem, index) => (
            <li key={index}>
              <ProblemText problem={{ ...problem, place: {} }} />
            </li>
          ))}
        </ul>
      )}
      {(isOpen || isWaiting) && (
        <div className="beside">
          {isOpen && !row.deleted ? (
            <RowEditor row={row} next={next} onEdit={onEdit} />
          ) : (
            <CellList row={row} />
          )}
          <SourcePanel
            pieces={row.sourceRows}
            sourceOf={sourceOf}
            onSplit={
              isOpen && !row.deleted
                ? (earlier, later) => onEdit({ kind: 'split-lines', key, earlier, later })
                : undefined
            }
          />
        </div>
      )}
      {isWaiting && (
        <PrimaryButton
          text={say('review.confirm')}
          ariaLabel={say('review.confirm.row', { row: task || row.cells.tt || row.cells.content })}
          onClick={() => onEdit({ kind: 'confirm', keys: [key] })}
        />
      )}
      {row.deleted && (
        <DefaultButton text={say('review.restore')} onClick={() => onEdit({ kind: 'restore', key })} />
      )}
    </li>
  );
});
RowCard.displayName = 'RowCard';
