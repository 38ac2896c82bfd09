import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useState } from 'react';
import { getNeighbourField, getReviewFields, type ReviewEdit } from '../../../import/review/edit-review';
import type { ReviewRow } from '../../../import/review/review-row';
import { COLUMN_HEADERS } from '../../../sheets/labels/school-labels';
import { ExplainedButton } from '../../components/ExplainedButton';
import layout from '../../components/layout.module.css';
import { useTranslation } from '../../shell/use-translation';
import { type Caret, CellField } from './CellField';
import columns from './RowCard.module.css';
import styles from './RowEditor.module.css';

const truncate = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

type RowEditorProps = {
  row: ReviewRow;
  /** The row that joining would take in. */
  next: ReviewRow | null;
  /** What the row was read from, beside its cells. */
  source: ReactElement;
  onEdit: (edit: ReviewEdit) => void;
};

/** The cells of a row to be corrected, and what can be done to it. */
export function RowEditor({ row, next, source, onEdit }: RowEditorProps): ReactElement {
  const { t } = useTranslation();
  const [caret, setCaret] = useState<Caret | null>(null);
  const { key, kind, cells } = row;
  const fields = getReviewFields(kind);
  const field = caret && fields.includes(caret.field) ? caret.field : null;
  const [before, after] = [
    field && getNeighbourField(kind, field, 'previous'),
    field && getNeighbourField(kind, field, 'next'),
  ];
  const move = (to: 'next' | 'previous'): void => {
    if (caret && field) onEdit({ kind: 'move', key, field, at: to === 'next' ? caret.start : caret.end, to });
  };
  return (
    <div className={`${styles.editor} ${layout.wrapping}`} data-testid="row-editor">
      <div className={columns.columns}>
        <div>
          {fields.map((one) => (
            <CellField
              key={one}
              field={one}
              text={cells[one]}
              onWrite={(text) => onEdit({ kind: 'write', key, field: one, text })}
              onCaret={setCaret}
              onSplit={(at) => onEdit({ kind: 'split', key, field: one, at })}
            />
          ))}
        </div>
        {source}
      </div>
      <div className={`${layout.row} ${styles.actions}`} role="group" aria-label={t('review.actions')}>
        <ExplainedButton
          text={t('review.split')}
          title={t('review.split.hint')}
          why={!field ? t('review.noCaret') : null}
          onClick={() => caret && field && onEdit({ kind: 'split', key, field, at: caret.start })}
        />
        <ExplainedButton
          text={t('review.tail', { column: after ? COLUMN_HEADERS[after] : '' })}
          title={t('review.tail.hint')}
          why={!after ? t(field ? 'review.noColumn' : 'review.noCaret') : null}
          onClick={() => move('next')}
        />
        <ExplainedButton
          text={t('review.head', { column: before ? COLUMN_HEADERS[before] : '' })}
          title={t('review.head.hint')}
          why={!before ? t(field ? 'review.noColumn' : 'review.noCaret') : null}
          onClick={() => move('previous')}
        />
        <ExplainedButton
          text={t('review.join')}
          title={next ? truncate([next.cells.tt, next.cells.content].join(' ').trim()) : undefined}
          why={next ? null : t('review.noNext')}
          onClick={() => onEdit({ kind: 'join', key })}
        />
        <DefaultButton
          text={t(kind === 'task' ? 'review.turn.section' : 'review.turn.task')}
          onClick={() => onEdit({ kind: 'turn', key, into: kind === 'task' ? 'section' : 'task' })}
        />
        <DefaultButton text={t('review.delete')} onClick={() => onEdit({ kind: 'delete', key })} />
      </div>
      <p className={layout.muted}>{t('review.keys')}</p>
    </div>
  );
}
