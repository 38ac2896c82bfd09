import { wrongUse } from '../wrong-use';
import { inFile } from '../../annex/outcome';
import { localDay, partsOf } from '../../annex/calendar/dates';
import { wordAuthorityReport } from '../../commands/word-authority-report';
import { wordReport } from '../../commands/word-report';
import { t } from '../../locales/locale';
import { SPAN_IDS } from '../../paper/report/report-span';
import { writeBytes } from '../files';
import { JSON_OPTION, defineVerb } from '../verb';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { PAPER_OPTIONS, paperSettings } from './paper-options';

/** `phuluc report FILE.xlsx --period Q2 --year 2026 -o OUT.docx`: the report of results for Word. */
export const reportVerb = defineVerb({
  name: 'report',
  help: 'cli.verb.report',
  files: { least: 1, most: 1, names: 'FILE.xlsx' },
  options: {
    period: { type: 'string', help: 'cli.option.period', value: 'PERIOD', choices: SPAN_IDS },
    year: { type: 'string', help: 'cli.option.report-year', value: 'YEAR' },
    on: { type: 'string', help: 'cli.option.report-on', value: 'DATE' },
    out: { type: 'string', short: 'o', help: 'cli.option.word-out', value: 'FILE.docx' },
    superior: PAPER_OPTIONS.superior,
    'font-size': PAPER_OPTIONS['font-size'],
    margins: PAPER_OPTIONS.margins,
    json: JSON_OPTION,
  },
  run: async ({ files: [file = ''], options, locale, now }) => {
    const { year, on = localDay(now()) } = options;
    const span = SPAN_IDS.find((id) => id === options.period);
    if (!span) return wrongUse(locale, 'cli.usage.no-period', { value: SPAN_IDS.join(', ') });
    if (year !== undefined && !/^(19|20|21)\d\d$/.test(year))
      return wrongUse(locale, 'cli.usage.year', { value: year });
    if (!partsOf(on)) return wrongUse(locale, 'cli.usage.date', { value: on });
    const settings = paperSettings(options, locale);
    if (!settings.ok) return settings;
    const opened = await openWorkbookFile(file);
    if (!opened.ok) return opened;
    const choice = {
      span,
      year: year === undefined ? null : Number(year),
      on,
      settings: settings.value,
    };
    const done = await withExcel(opened.value, async () => {
      // A consolidation is reported as one; what is neither has no annex.
      const overall = await wordAuthorityReport.run({ now }, choice);
      const isNone = !overall.ok && overall.problems.some(({ code }) => code === 'no-consolidation');
      return isNone ? wordReport.run({ now }, choice) : overall;
    });
    if (!done.ok) return inFile(done, file);
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
  },
});
