import { exportAuthorityReportToWord } from '../../commands/authority/export-authority-report-to-word';
import { exportReportToWord } from '../../commands/reports/export-report-to-word';
import { t } from '../../i18n/locale';
import { REPORT_SPAN_IDS } from '../../reports/results/report-span';
import { parseIsoDate, toLocalIsoDate } from '../../shared/dates';
import { addFileName } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';
import { writeBytes } from '../output-file';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { parsePrintOptions } from './parse-print-options';
import type { REPORT_SPEC } from './specs';

/** `phuluc report FILE.xlsx --period Q2 --year 2026 -o OUT.docx`: the report of results for Word. */
export async function runReport({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof REPORT_SPEC.options>): Promise<SubcommandResult> {
  const { year, on = toLocalIsoDate(now()) } = options;
  const span = REPORT_SPAN_IDS.find((id) => id === options.period);
  if (!span) return createUsageFailure(locale, 'cli.usage.no-period', { value: REPORT_SPAN_IDS.join(', ') });
  if (year !== undefined && !/^(19|20|21)\d\d$/.test(year))
    return createUsageFailure(locale, 'cli.usage.year', { value: year });
  if (!parseIsoDate(on)) return createUsageFailure(locale, 'cli.usage.date', { value: on });
  const settings = parsePrintOptions(options, locale);
  if (!settings.ok) return settings;
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  const choice = {
    span,
    year: year === undefined ? null : Number(year),
    on,
    settings: settings.value,
    ...(options.document !== undefined && { document: options.document }),
    ...(options.agency !== undefined && { agency: options.agency }),
  };
  const done = await withExcel(opened.value, async () => {
    // A consolidation is reported as one; what is neither has no annex.
    const overall = await exportAuthorityReportToWord.run({ now }, choice);
    const isNone = !overall.ok && overall.problems.some(({ code }) => code === 'no-consolidation');
    return isNone ? exportReportToWord.run({ now }, choice) : overall;
  });
  if (!done.ok) return addFileName(done, file);
  const { fileName, bytes, name, gaps } = done.value;
  const out = options.out ?? fileName;
  const saved = await writeBytes(out, bytes);
  if (!saved.ok) return saved;
  return {
    ok: true,
    lines: [t(locale, 'report.done', { period: name, gaps }), t(locale, 'import.saved', { file: out })],
    json: { file: out, period: name, gaps },
    warnings: done.warnings,
  };
}
