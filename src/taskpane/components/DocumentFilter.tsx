import type { ReactElement } from 'react';
import type { ListedDocument } from '../../school-workbook/documents/documents';
import { useTranslation } from '../shell/use-translation';
import { PaneDropdown } from './PaneDropdown';

type DocumentFilterProps = {
  /** None in a workbook of one. */
  documents: readonly ListedDocument[];
  /** '' for all. */
  chosen: string;
  onChange: (code: string) => void;
};

/**
 * Shows what one document of the workbook gives.
 *
 * @returns null where the workbook has one
 */
export function DocumentFilter({ documents, chosen, onChange }: DocumentFilterProps): ReactElement | null {
  const { t } = useTranslation();
  if (documents.length === 0) return null;
  return (
    <PaneDropdown
      ariaLabel={t('document.choice')}
      title={t('document.choice')}
      options={[
        { key: '', text: t('document.all') },
        ...documents.map(({ code, title }) => ({
          key: code,
          text: [code, title].filter(Boolean).join(' – '),
        })),
      ]}
      selectedKey={chosen}
      onChange={(_, option) => onChange(String(option?.key ?? ''))}
    />
  );
}
