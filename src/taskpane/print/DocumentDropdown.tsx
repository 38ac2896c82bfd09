import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import type { ReactElement } from 'react';
import type { PrintView } from '../../commands/reports/read-print-view';
import { useTranslation } from '../shell/use-translation';

type DocumentDropdownProps = {
  label: string;
  documents: PrintView['documents'];
  /** Undefined for all documents. */
  chosen: string | undefined;
  /** Whether all documents together are a choice. */
  hasAll?: boolean;
  onChange: (code: string | undefined) => void;
};

const ALL_KEY = '';

/**
 * Chooses one document of a workbook of several.
 *
 * @returns null where the workbook has one
 */
export function DocumentDropdown({
  label,
  documents,
  chosen,
  hasAll = false,
  onChange,
}: DocumentDropdownProps): ReactElement | null {
  const { t } = useTranslation();
  if (documents.length === 0) return null;
  return (
    <Dropdown
      label={label}
      selectedKey={chosen ?? ALL_KEY}
      options={[
        ...(hasAll ? [{ key: ALL_KEY, text: t('document.all') }] : []),
        ...documents.map(({ code, title }) => ({
          key: code,
          text: [code, title].filter(Boolean).join(' – '),
        })),
      ]}
      onChange={(_, option) => onChange(option && option.key !== ALL_KEY ? String(option.key) : undefined)}
    />
  );
}
