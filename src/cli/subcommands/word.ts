import { exportAnnexToWord } from '../../commands/reports/export-annex-to-word';
import { t } from '../../i18n/locale';
import { addFileName } from '../../shared/result';
import { writeBytes } from '../output-file';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { parsePrintOptions } from './parse-print-options';
import type { WORD_SPEC } from './specs';

/** `phuluc word FILE.xlsx -o OUT.docx`: the annex of the unit for Word. */
export async function runWord({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof WORD_SPEC.options>): Promise<SubcommandResult> {
  const settings = parsePrintOptions(options, locale);
  if (!settings.ok) return settings;
  const { document } = options;
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  const done = await withExcel(opened.value, () =>
    exportAnnexToWord.run({ now }, { settings: settings.value, ...(document !== undefined && { document }) }),
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
}
