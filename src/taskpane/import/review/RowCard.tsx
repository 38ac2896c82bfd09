import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { memo, type ReactElement } from 'react';
import { getReviewFields, type ReviewEdit } from '../../../import/review/edit-review';
import type { ReviewRow } from '../../../import/review/review-row';
import type { FindSourceFragment } from '../../../import/review/source-index';
import type { Problem } from '../../../shared/problem';
import { COLUMN_HEADERS } from '../../../sheets/labels/school-labels';
import { Chip } from '../../components/Chip';
import { ProblemText } from '../../components/ProblemText';
import { useTranslation } from '../../shell/use-translation';
import styles from './RowCard.module.css';
import { RowEditor } from './RowEditor';
import { SourcePanel } from './SourcePanel';

function CellList({ row }: { row: ReviewRow }): ReactElement {
  return (
    <dl className={styles.cells}>
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
  const { t } = useTranslation();
  const state = row.deleted ? 'deleted' : row.confirmation;
  const number = task || row.cells.tt;
  return (
    <>
      <b>{number || t('review.unnumbered')}</b>
      {row.kind === 'section' && <Chip tone="neutral">{t('review.section')}</Chip>}
      {state === 'deleted' && <Chip tone="neutral">{t('review.state.deleted')}</Chip>}
      {state === 'waiting' && <Chip tone="warning">{t('review.state.waiting')}</Chip>}
      {state === 'confirmed' && <Chip tone="success">{t('review.state.confirmed')}</Chip>}
      {!isOpen && (
        <span className={styles.content} data-testid="row-content">
          {row.cells.content}
        </span>
      )}
      {!row.deleted && (
        <span className={styles.edit}>
          <Icon iconName={isOpen ? 'ChevronUp' : 'Edit'} /> {t(isOpen ? 'review.close' : 'review.edit')}
        </span>
      )}
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
  const { t } = useTranslation();
  const { key } = row;
  const source = (
    <SourcePanel
      sourceRows={row.sourceRows}
      sourceOf={sourceOf}
      onSplit={
        isOpen && !row.deleted
          ? (earlier, later) => onEdit({ kind: 'split-lines', key, earlier, later })
          : undefined
      }
    />
  );
  const isWaiting = row.confirmation === 'waiting' && !row.deleted;
  return (
    <li
      data-row={key}
      data-testid="review-row"
      className={row.deleted ? `${styles.row} ${styles.deleted}` : styles.row}
    >
      <button
        type="button"
        className={styles.header}
        data-testid="row-header"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : key)}
      >
        <RowHead row={row} task={task} isOpen={isOpen} />
      </button>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem, index) => (
            <li key={index}>
              <ProblemText problem={{ ...problem, place: {} }} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && !row.deleted && <RowEditor row={row} next={next} source={source} onEdit={onEdit} />}
      {(isOpen ? row.deleted : isWaiting) && (
        <div className={styles.columns}>
          <CellList row={row} />
          {source}
        </div>
      )}
      {isWaiting && (
        <PrimaryButton
          text={t('review.confirm')}
          ariaLabel={t('review.confirm.row', { row: task || row.cells.tt || row.cells.content })}
          onClick={() => onEdit({ kind: 'confirm', keys: [key] })}
        />
      )}
      {row.deleted && (
        <DefaultButton text={t('review.restore')} onClick={() => onEdit({ kind: 'restore', key })} />
      )}
    </li>
  );
});
RowCard.displayName = 'RowCard';
