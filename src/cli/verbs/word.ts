import { inFile } from '../../annex/outcome';
import { wordAnnex } from '../../commands/word-annex';
import { t } from '../../locales/locale';
import { writeBytes } from '../files';
import { JSON_OPTION, defineVerb } from '../verb';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { PAPER_OPTIONS, paperSettings } from './paper-options';

/** `phuluc word FILE.xlsx -o OUT.docx`: the annex of the unit for Word. */
export const wordVerb = defineVerb({
  name: 'word',
  help: 'cli.verb.word',
  files: { least: 1, most: 1, names: 'FILE.xlsx' },
  options: {
    out: { type: 'string', short: 'o', help: 'cli.option.word-out', value: 'FILE.docx' },
    ...PAPER_OPTIONS,
    json: JSON_OPTION,
  },
  run: async ({ files: [file = ''], options, locale, now }) => {
    const settings = paperSettings(options, locale);
    if (!settings.ok) return settings;
    const opened = await openWorkbookFile(file);
    if (!opened.ok) return opened;
    const done = await withExcel(opened.value, () => wordAnnex.run({ now }, { settings: settings.value }));
    if (!done.ok) return inFile(done, file);
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
