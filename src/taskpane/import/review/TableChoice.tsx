import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { type ReactElement, useEffect, useState } from 'react';
import { formatLocation } from '../../../i18n/format-problem';
import { type CandidateTableSummary, listCandidateTables } from '../../../import/assemble/assemble-annex';
import type { RawDocument } from '../../../readers/raw-document';
import { useTranslation } from '../../shell/use-translation';

type TableChoiceProps = {
  document: RawDocument;
  /** Null for the one that was taken as the best. */
  table: number | null;
  onChoose: (index: number) => void;
};

function findBestTable(tables: readonly CandidateTableSummary[]): number {
  return tables.reduce((best, table) => (table.score > (tables[best]?.score ?? -1) ? table.index : best), 0);
}

/**
 * Offers the tables of the document that can be an annex.
 * @returns null if there is only one
 */
export function TableChoice({ document, table, onChoose }: TableChoiceProps): ReactElement | null {
  const { t, locale } = useTranslation();
  const [tables, setTables] = useState<readonly CandidateTableSummary[]>([]);
  useEffect(() => {
    // Reads every table of the document: after the rows are there.
    const timer = window.setTimeout(() => setTables(listCandidateTables(document)));
    return () => window.clearTimeout(timer);
  }, [document]);
  if (tables.filter(({ tasks }) => tasks > 0).length < 2) return null;
  return (
    <Dropdown
      label={t('review.table')}
      selectedKey={table ?? findBestTable(tables)}
      options={tables
        .filter(({ tasks }) => tasks > 0)
        .map(({ index, place: { sheet, page, row }, tasks, sections }) => ({
          key: index,
          text: t('review.table.option', {
            number: index + 1,
            place: formatLocation(locale, {
              ...(sheet !== undefined && { sheet }),
              ...(page !== undefined && { page }),
              ...(row !== undefined && { row }),
            }),
            tasks,
            sections,
          }),
        }))}
      onChange={(_, option) => option && onChoose(Number(option.key))}
    />
  );
}
