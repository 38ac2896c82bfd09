import { printSheet } from '../../commands/reports/print-sheet';
import { t } from '../../i18n/locale';
import { addFileName } from '../../shared/result';
import { saveChangedWorkbook } from '../save-changed-workbook';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { parsePrintOptions } from './parse-print-options';
import type { PRINT_SPEC } from './specs';

/** `phuluc print FILE.xlsx`: the sheet *Bản in*, through the same command as in the pane. */
export async function runPrint({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof PRINT_SPEC.options>): Promise<SubcommandResult> {
  const settings = parsePrintOptions(options, locale);
  if (!settings.ok) return settings;
  const { document } = options;
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const done = await withExcel(workbook, async () => {
    const staged = await printSheet.stage(
      { now },
      {
        settings: settings.value,
        ...(document !== undefined && { document }),
      },
    );
    if (!staged.ok) return staged;
    const outcome = await printSheet.run({ now }, staged.value);
    return outcome.ok ? { ...outcome, warnings: staged.warnings } : outcome;
  });
  if (!done.ok) return addFileName(done, file);
  const { written, sheet, tasks } = done.value;
  const saved = await saveChangedWorkbook(
    { workbook, warnings: opened.warnings, file, out: options.out, isChanged: written },
    locale,
  );
  if (!saved.ok) return saved;
  return {
    ok: true,
    lines: [t(locale, written ? 'print.done' : 'print.unchanged', { sheet, rows: tasks }), ...saved.value],
    json: { written, sheet, tasks },
    warnings: [...saved.warnings, ...done.warnings],
  };
}
