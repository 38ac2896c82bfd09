import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { readCurrentSummary } from '../../commands/read-current-summary';
import { readDocumentSummary } from '../../commands/read-documents';
import { type Locale, t } from '../../i18n/locale';
import type { Summary, SummaryCounts } from '../../school-workbook/summary/read-summary';
import { addFileName } from '../../shared/result';
import { formatTextTable } from '../format-text-table';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { SUMMARY_SPEC } from './specs';

const SHOWN_COUNTS = [
  'total',
  'performed',
  'notPerformed',
  'undecided',
  'done',
] as const satisfies (keyof SummaryCounts)[];

const formatCounts = (counts: SummaryCounts): string[] => SHOWN_COUNTS.map((id) => String(counts[id]));

function formatSummary(summary: Summary, locale: Locale): string[] {
  const header = SHOWN_COUNTS.map((id) => t(locale, `summary.${id}`));
  const part = (title: string, rows: (readonly [string, SummaryCounts])[]): string[] => [
    '',
    ...formatTextTable([
      [title, ...header],
      ...rows.map(([name, counts]) => [name, ...formatCounts(counts)]),
    ]),
  ];
  return [
    ...SHOWN_COUNTS.map((id) => `${t(locale, `summary.${id}`)}: ${summary[id]}`),
    ...part(
      t(locale, 'summary.byArea'),
      summary.byArea.map((line) => [[line.section, line.sectionTitle].filter(Boolean).join('. '), line]),
    ),
    ...part(
      t(locale, 'summary.byLeadUnit'),
      summary.byLeadUnit.map((line) => [line.leadUnit || t(locale, 'summary.noLeadUnit'), line]),
    ),
  ];
}

/** `phuluc summary FILE.xlsx`: the figures of the sheet *Tổng hợp*, recalculated. */
export async function runSummary({
  files: [file = ''],
  options: { document },
  locale,
  now,
}: SubcommandInput<typeof SUMMARY_SPEC.options>): Promise<SubcommandResult> {
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  // A file written by another program may hold formulas without their values.
  recalculate(opened.value, { now: now() });
  const read = await withExcel(opened.value, () =>
    document === undefined
      ? readCurrentSummary.run({ now }, undefined)
      : readDocumentSummary.run({ now }, { document }),
  );
  if (!read.ok) return addFileName(read, file);
  // What could not be kept on saving does not matter to a verb that only reads.
  return {
    ok: true,
    lines: formatSummary(read.value, locale),
    json: read.value,
    warnings: addFileName(read, file).warnings,
  };
}
