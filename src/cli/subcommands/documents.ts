import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { getCurrentEdition } from '../../annex/tracked-document';
import { type DocumentLine, type DocumentsView, readDocuments } from '../../commands/read-documents';
import { type Locale, t } from '../../i18n/locale';
import type { SummaryCounts } from '../../school-workbook/summary/read-summary';
import { formatDate } from '../../shared/dates';
import { addFileName } from '../../shared/result';
import { formatTextTable } from '../format-text-table';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { DOCUMENTS_SPEC } from './specs';

const NONE = '–';

function formatCounts({ total, performed, done }: SummaryCounts): string[] {
  const share = performed === 0 ? NONE : `${Math.round((1000 * done) / performed) / 10}%`;
  return [String(total), String(performed), String(done), share];
}

function formatDocuments({ documents, others, whole, on }: DocumentsView, locale: Locale): string[] {
  const toRow = ({ code, counts, overdue, nextDeadline }: DocumentLine): string[] => [
    code,
    ...formatCounts(counts),
    String(overdue),
    nextDeadline === null ? NONE : formatDate(nextDeadline),
  ];
  const overdue = documents.reduce((sum, one) => sum + one.overdue, 0);
  const headers = ['total', 'performed', 'done'] as const;
  return [
    t(locale, 'documents.title', { count: documents.length, date: formatDate(on) }),
    ...documents.map((document) => {
      const { title, issuer, date } = getCurrentEdition(document);
      return `  ${t(locale, 'documents.line', {
        code: document.code,
        date: date === '' ? '' : formatDate(date),
        issuer,
        title,
        editions: document.editions.length > 1 ? document.editions.length : '',
      })}`;
    }),
    '',
    ...formatTextTable([
      [
        t(locale, 'document.choice'),
        ...headers.map((id) => t(locale, `summary.${id}`)),
        t(locale, 'documents.share'),
        t(locale, 'documents.overdue'),
        t(locale, 'documents.next'),
      ],
      ...documents.map(toRow),
      ...(others ? [[t(locale, 'summary.other'), ...formatCounts(others), '0', NONE]] : []),
      [t(locale, 'documents.whole'), ...formatCounts(whole), String(overdue), ''],
    ]),
  ];
}

/** `phuluc documents FILE.xlsx`: the documents of a workbook with their tasks counted. */
export async function runDocuments({
  files: [file = ''],
  locale,
  now,
}: SubcommandInput<typeof DOCUMENTS_SPEC.options>): Promise<SubcommandResult> {
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  recalculate(opened.value, { now: now() });
  const read = await withExcel(opened.value, () => readDocuments.run({ now }, undefined));
  if (!read.ok) return addFileName(read, file);
  return {
    ok: true,
    lines: formatDocuments(read.value, locale),
    json: read.value,
    warnings: addFileName(read, file).warnings,
  };
}
