import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { ProgressItem } from '../../commands/progress/index';
import { checkDocumentNumber } from '../../progress/check-document-number';
import type { ProductVocabulary } from '../../progress/product-vocabulary';
import type { StoredState, TypedValues } from '../../progress/types';
import { parseIsoDate } from '../../shared/dates';
import actionBar from '../components/ActionBar.module.css';
import { DateField } from '../components/DateField';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import styles from './RecordBar.module.css';

type RecordBarProps = {
  /** The occurrences that are recorded. */
  items: readonly ProgressItem[];
  /** The day offered as the one on which it was done. */
  on: string;
  vocabulary: ProductVocabulary;
  isRunning: boolean;
  onRecord: (record: Partial<TypedValues>) => void;
};

type RecordFields = Pick<TypedValues, 'doneOn' | 'number' | 'evidence' | 'explanation' | 'note'>;

const BLANK_FIELDS: Omit<RecordFields, 'doneOn'> = { number: '', evidence: '', explanation: '', note: '' };
const OTHER_STATES = ['inProgress', 'nothingArisen', 'notStarted'] as const satisfies readonly StoredState[];
const TEXT_FIELDS = ['number', 'evidence', 'explanation', 'note'] as const;

/** What stands in the row already; of several rows nothing is shown, and what is left blank stays as it is. */
function createFields(items: readonly ProgressItem[], on: string): RecordFields {
  const only = items.length === 1 ? items[0]?.row.typed : undefined;
  if (!only) return { ...BLANK_FIELDS, doneOn: on };
  const { doneOn, number, evidence, explanation, note } = only;
  return { doneOn: doneOn === '' ? on : doneOn, number, evidence, explanation, note };
}

/** Only what differs from the row; a field of several rows counts where something was typed into it. */
function getChangedFields(fields: RecordFields, before: RecordFields): Partial<TypedValues> {
  return Object.fromEntries(
    TEXT_FIELDS.filter((name) => fields[name] !== before[name]).map((name) => [name, fields[name].trim()]),
  );
}

/** Records the selected occurrences: done with one click, with number, evidence or explanation where they are at hand. */
export function RecordBar({ items, on, vocabulary, isRunning, onRecord }: RecordBarProps): ReactElement {
  const { t } = useTranslation();
  const before = createFields(items, on);
  const [fields, setFields] = useState<RecordFields>(before);
  const set = (name: keyof RecordFields, value = ''): void => setFields((old) => ({ ...old, [name]: value }));
  const types = items.length === 1 ? (items[0]?.row.productTypes ?? []) : [];
  const checked = fields.number.trim() === '' ? null : checkDocumentNumber(fields.number, types, vocabulary);
  const { faults = [], suggestion = '' } = checked ?? {};
  const other = faults.includes('other-type');
  const form = faults.some((fault) => fault !== 'other-type');
  const isProven = [fields.number, fields.evidence, fields.explanation].some((text) => text.trim() !== '');
  const isDayReady = fields.doneOn === '' || parseIsoDate(fields.doneOn) !== null;
  const disabled = isRunning || items.length === 0;
  const record = (state: StoredState): void =>
    onRecord({ state, doneOn: state === 'done' ? fields.doneOn : '', ...getChangedFields(fields, before) });

  return (
    <section className={actionBar.bar} data-testid="action-bar" aria-label={t('track.record')}>
      <p className={styles.scope}>
        {items.length === 1 && items[0]
          ? t('track.record.one', { task: items[0].row.task, products: items[0].row.products })
          : t('track.record.many', { count: items.length })}
      </p>
      <div className={layout.row}>
        <PrimaryButton
          text={t('track.done')}
          disabled={disabled || !isDayReady}
          onClick={() => record('done')}
        />
        <DefaultButton
          text={t('track.other')}
          disabled={disabled}
          menuProps={{
            items: OTHER_STATES.map((state) => ({
              key: state,
              text: t(`track.${state}`),
              onClick: () => record(state),
            })),
          }}
        />
      </div>
      <details>
        <summary tabIndex={0}>{t('track.fields')}</summary>
        <div className={layout.form}>
          <DateField
            label={t('track.doneOn')}
            value={fields.doneOn}
            onChange={(value) => set('doneOn', value)}
          />
          <TextField
            label={t('track.number')}
            placeholder="05/KH-MNBT"
            value={fields.number}
            onChange={(_, value) => set('number', value)}
            {...(form
              ? {
                  errorMessage: t('track.number.form', {
                    suggestion: suggestion === fields.number ? '' : suggestion,
                  }),
                }
              : other
                ? { errorMessage: t('track.number.type') }
                : {})}
          />
          {form && suggestion !== '' && suggestion !== fields.number && (
            <DefaultButton
              text={t('track.number.take', { suggestion })}
              onClick={() => set('number', suggestion)}
            />
          )}
          <TextField
            label={t('track.evidence')}
            value={fields.evidence}
            onChange={(_, value) => set('evidence', value)}
          />
          <TextField
            label={t('track.explanation')}
            multiline
            autoAdjustHeight
            resizable={false}
            rows={2}
            value={fields.explanation}
            onChange={(_, value) => set('explanation', value)}
          />
          <TextField
            label={t('track.note')}
            value={fields.note}
            onChange={(_, value) => set('note', value)}
          />
        </div>
      </details>
      {!isProven && items.length > 0 && <p className={layout.muted}>{t('track.proof')}</p>}
    </section>
  );
}
