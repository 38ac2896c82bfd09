import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { type DocumentKind, getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import { DateField } from '../components/DateField';
import layout from '../components/layout.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import { useTranslation } from '../shell/use-translation';
import type { NewDocumentDraft } from './addition-draft';

const NEW_KEY = '';
const TYPED_KINDS = ['letter', 'plan', 'other'] as const satisfies readonly DocumentKind[];

type DocumentFieldsProps = {
  documents: readonly TrackedDocument[];
  /** Code of a document of the workbook; null for a new one. */
  chosen: string | null;
  typed: NewDocumentDraft;
  onChoose: (code: string | null) => void;
  onType: (typed: NewDocumentDraft) => void;
};

/** The document that gives the tasks: one of the workbook, or a new one with its number, date, agency and title. */
export function DocumentFields(props: DocumentFieldsProps): ReactElement {
  const { documents, chosen, typed, onChoose, onType } = props;
  const { t } = useTranslation();
  const setField =
    (field: keyof NewDocumentDraft) =>
    (_: unknown, text = ''): void =>
      onType({ ...typed, [field]: text });
  return (
    <>
      <PaneDropdown
        label={t('document.choice')}
        selectedKey={chosen ?? NEW_KEY}
        options={[
          { key: NEW_KEY, text: t('add-task.new-document') },
          ...documents.map((document) => ({
            key: document.code,
            text: t('document.choice.existing', {
              code: document.code,
              title: getCurrentEdition(document).title,
            }),
          })),
        ]}
        onChange={(_, option) => onChoose(option && option.key !== NEW_KEY ? String(option.key) : null)}
      />
      {chosen === null && (
        <>
          <ChoiceGroup
            label={t('add-task.kind')}
            selectedKey={typed.kind}
            options={TYPED_KINDS.map((kind) => ({ key: kind, text: t(`document.kind.${kind}`) }))}
            onChange={(_, option) =>
              onType({ ...typed, kind: TYPED_KINDS.find((kind) => kind === option?.key) ?? 'letter' })
            }
          />
          <div className={layout.fieldGrid}>
            <TextField
              label={t('add-task.number')}
              placeholder="442/UBND-VX"
              value={typed.number}
              onChange={setField('number')}
            />
            <DateField
              label={t('add-task.date')}
              value={typed.date}
              onChange={(date) => onType({ ...typed, date })}
            />
          </div>
          <TextField label={t('add-task.issuer')} value={typed.issuer} onChange={setField('issuer')} />
          <TextField label={t('add-task.title')} value={typed.title} onChange={setField('title')} />
        </>
      )}
    </>
  );
}
