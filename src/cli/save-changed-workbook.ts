import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { type Locale, t } from '../i18n/locale';
import type { Problem } from '../shared/problem';
import { ok, type Result } from '../shared/result';
import { saveWorkbookFile } from './save-workbook-file';

type ChangedWorkbook = {
  workbook: WorkbookModel;
  /** What was said when it was opened: what it loses by being saved. */
  warnings: readonly Problem[];
  file: string;
  /** Another file, where the user names one. */
  out: string | undefined;
  isChanged: boolean;
};

/**
 * Writes a workbook that a subcommand has changed, or that goes to another file. `lines` say which file was written, the
 * warnings what is lost with it; nothing is lost of a file that stays as it is.
 */
export async function saveChangedWorkbook(
  { workbook, warnings, file, out = file, isChanged }: ChangedWorkbook,
  locale: Locale,
): Promise<Result<string[]>> {
  if (!isChanged && out === file) return ok([]);
  const saved = await saveWorkbookFile(out, workbook);
  return saved.ok ? ok([t(locale, 'import.saved', { file: out })], [...warnings]) : saved;
}
