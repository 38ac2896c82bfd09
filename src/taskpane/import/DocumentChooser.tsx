import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { type ReactElement, useRef } from 'react';
import { describeDocumentDecision } from '../../i18n/describe-document';
import type { DocumentChoice } from '../../school-workbook/documents/assign-document';
import type { PlannedDocument } from '../../school-workbook/plan-import';
import { useTranslation } from '../shell/use-translation';

const NEW_KEY = 'new';
const AUTOMATIC_KEY = '';

type DocumentChooserProps = {
  /** Null while it is worked out. */
  planned: PlannedDocument | null;
  chosen: DocumentChoice | null;
  onChange: (document: DocumentChoice | null) => void;
};

/**
 * Which document of the workbook the annex was taken for, why, and the choice of another.
 *
 * @returns null for the first document of a workbook
 */
export function DocumentChooser({ planned, chosen, onChange }: DocumentChooserProps): ReactElement | null {
  const { t, locale } = useTranslation();
  // The choice stays in its place, and in the focus, while another one is worked out.
  const last = useRef(planned);
  last.current = planned ?? last.current;
  if (!last.current || last.current.others.length === 0) return null;
  const { code, decision, others } = last.current;
  return (
    <>
      <ChoiceGroup
        label={t('document.choice')}
        selectedKey={chosen ?? AUTOMATIC_KEY}
        options={[
          { key: AUTOMATIC_KEY, text: t('document.choice.auto') },
          { key: NEW_KEY, text: t('document.choice.new') },
          ...others.map((other) => ({
            key: other.code,
            text: t('document.choice.existing', other),
          })),
        ]}
        onChange={(_, option) => onChange(option && option.key !== AUTOMATIC_KEY ? option.key : null)}
      />
      <p aria-live="polite">{describeDocumentDecision(locale, code, decision).join(' ')}</p>
    </>
  );
}
