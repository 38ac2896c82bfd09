import { Link } from 'office-ui-fabric-react/lib/Link';
import { type ReactElement, useState } from 'react';
import type { ProgressItem } from '../../commands/progress/index';
import type { ProductVocabulary } from '../../progress/product-vocabulary';
import type { StoredState, TypedValues } from '../../progress/types';
import { parseIsoDate } from '../../shared/dates';
import { getWebLink } from '../../shared/get-web-link';
import actionBar from '../components/ActionBar.module.css';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import { PersonField } from './PersonField';
import styles from './RecordBar.module.css';
import { type RecordFields, RecordFieldsForm } from './RecordFieldsForm';

type RecordBarProps = {
  /** The occurrences that are recorded. */
  items: readonly ProgressItem[];
  /** The day offered as the one on which it was done. */
  on: string;
  vocabulary: ProductVocabulary;
  /** Who may be put in charge. */
  people: readonly string[];
  /** Why nothing can be recorded; null if it can. */
  why: string | null;
  isRunning: boolean;
  onRecord: (record: Partial<TypedValues>) => void;
  onAssign: (person: string) => void;
};

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
export function RecordBar(props: RecordBarProps): ReactElement {
  const { items, on, vocabulary, people, why: whyNothing, isRunning, onRecord, onAssign } = props;
  const { t } = useTranslation();
  const before = createFields(items, on);
  const [fields, setFields] = useState<RecordFields>(before);
  const isProven = [fields.number, fields.evidence, fields.explanation].some((text) => text.trim() !== '');
  const isDayReady = fields.doneOn === '' || parseIsoDate(fields.doneOn) !== null;
  const why = whyNothing ?? (items.length === 0 ? t('track.select') : null);
  const link = items.length === 1 ? getWebLink(items[0]?.row.typed.evidence ?? '') : null;
  const record = (state: StoredState): void =>
    onRecord({ state, doneOn: state === 'done' ? fields.doneOn : '', ...getChangedFields(fields, before) });

  return (
    <section
      className={`${layout.stickyBar} ${actionBar.bar}`}
      data-testid="action-bar"
      aria-label={t('track.record')}
    >
      <p className={styles.scope}>
        {items.length === 1 && items[0]
          ? t('track.record.one', { task: items[0].row.task, products: items[0].row.products })
          : t('track.record.many', { count: items.length })}
      </p>
      <div className={actionBar.buttons}>
        <ExplainedButton
          primary
          text={t('track.done')}
          why={why ?? (isDayReady ? null : t('date.wrong'))}
          disabled={isRunning}
          onClick={() => record('done')}
        />
        <ExplainedButton
          text={t('track.other')}
          why={why}
          disabled={isRunning}
          menuProps={{
            items: OTHER_STATES.map((state) => ({
              key: state,
              text: t(`track.${state}`),
              onClick: () => record(state),
            })),
          }}
        />
        {link !== null && (
          <Link className={styles.evidence} href={link} target="_blank" rel="noopener noreferrer">
            {t('track.evidence.open')}
          </Link>
        )}
      </div>
      <details>
        <summary tabIndex={0}>{t('track.fields')}</summary>
        <RecordFieldsForm
          fields={fields}
          types={items.length === 1 ? (items[0]?.row.productTypes ?? []) : []}
          vocabulary={vocabulary}
          onChange={(name, value) => setFields((old) => ({ ...old, [name]: value }))}
        />
        {!isProven && items.length > 0 && <p className={layout.muted}>{t('track.proof')}</p>}
        <PersonField
          items={items}
          people={people}
          why={items.length === 0 ? t('track.select') : null}
          isRunning={isRunning}
          onAssign={onAssign}
        />
      </details>
    </section>
  );
}
