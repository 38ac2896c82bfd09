import { exportAnnexToWord } from '../../commands/reports/export-annex-to-word';
import { t } from '../../i18n/locale';
import { addFileName } from '../../shared/result';
import { writeBytes } from '../output-file';
import { defineSubcommand, JSON_OPTION } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { parsePrintOptions, PRINT_OPTIONS } from './print-options';

/** `phuluc word FILE.xlsx -o OUT.docx`: the annex of the unit for Word. */
export const wordSubcommand = defineSubcommand({
  name: 'word',
  help: 'cli.verb.word',
  files: { least: 1, most: 1, names: 'FILE.xlsx' },
  options: {
    out: { type: 'string', short: 'o', help: 'cli.option.word-out', value: 'FILE.docx' },
    ...PRINT_OPTIONS,
    json: JSON_OPTION,
  },
  run: async ({ files: [file = ''], options, locale, now }) => {
    const settings = parsePrintOptions(options, locale);
    if (!settings.ok) return settings;
    const opened = await openWorkbookFile(file);
    if (!opened.ok) return opened;
    const done = await withExcel(opened.value, () =>
      exportAnnexToWord.run({ now }, { settings: settings.value }),
    );
    if (!done.ok) return addFileName(done, file);
    const { fileName, bytes, tasks } = done.value;
    const out = options.out ?? fileName;
    const saved = await writeBytes(out, bytes);
    if (!saved.ok) return saved;
    return {
      ok: true,
      lines: [t(locale, 'word.done', { rows: tasks }), t(locale, 'import.saved', { file: out })],
      json: { file: out, tasks },
      warnings: done.warnings,
    };
  },
});
