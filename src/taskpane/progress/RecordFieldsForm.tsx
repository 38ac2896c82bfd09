import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { checkDocumentNumber } from '../../progress/check-document-number';
import type { ProductVocabulary } from '../../progress/product-vocabulary';
import type { TypedValues } from '../../progress/types';
import { DateField } from '../components/DateField';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

export type RecordFields = Pick<TypedValues, 'doneOn' | 'number' | 'evidence' | 'explanation' | 'note'>;

type RecordFieldsFormProps = {
  fields: RecordFields;
  /** Types of the products that are asked for; a number of another type is noticed. */
  types: readonly string[];
  vocabulary: ProductVocabulary;
  onChange: (name: keyof RecordFields, value: string) => void;
};

/** Day, number, evidence, explanation and note of what is recorded. */
export function RecordFieldsForm({
  fields,
  types,
  vocabulary,
  onChange,
}: RecordFieldsFormProps): ReactElement {
  const { t } = useTranslation();
  const checked = fields.number.trim() === '' ? null : checkDocumentNumber(fields.number, types, vocabulary);
  const { faults = [], suggestion = '' } = checked ?? {};
  const isOfOtherType = faults.includes('other-type');
  const isMalformed = faults.some((fault) => fault !== 'other-type');
  return (
    <div className={layout.form}>
      <DateField
        label={t('track.doneOn')}
        value={fields.doneOn}
        onChange={(value) => onChange('doneOn', value)}
      />
      <TextField
        label={t('track.number')}
        placeholder="05/KH-MNBT"
        value={fields.number}
        onChange={(_, value = '') => onChange('number', value)}
        {...(isMalformed
          ? {
              errorMessage: t('track.number.form', {
                suggestion: suggestion === fields.number ? '' : suggestion,
              }),
            }
          : isOfOtherType
            ? { errorMessage: t('track.number.type') }
            : {})}
      />
      {isMalformed && suggestion !== '' && suggestion !== fields.number && (
        <DefaultButton
          text={t('track.number.take', { suggestion })}
          onClick={() => onChange('number', suggestion)}
        />
      )}
      <TextField
        label={t('track.evidence')}
        value={fields.evidence}
        onChange={(_, value = '') => onChange('evidence', value)}
      />
      <TextField
        label={t('track.explanation')}
        multiline
        autoAdjustHeight
        resizable={false}
        rows={2}
        value={fields.explanation}
        onChange={(_, value = '') => onChange('explanation', value)}
      />
      <TextField
        label={t('track.note')}
        value={fields.note}
        onChange={(_, value = '') => onChange('note', value)}
      />
    </div>
  );
}
