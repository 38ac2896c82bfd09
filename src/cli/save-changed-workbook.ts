import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { type Locale, t } from '../i18n/locale';
import { ok, type Result } from '../shared/result';
import { saveWorkbookFile } from './save-workbook-file';

type ChangedWorkbook = {
  workbook: WorkbookModel;
  file: string;
  /** Another file, where the user names one. */
  out: string | undefined;
  isChanged: boolean;
};

/**
 * Writes a workbook that a subcommand has changed, or that goes to another file. `lines` say which file was written.
 */
export async function saveChangedWorkbook(
  { workbook, file, out = file, isChanged }: ChangedWorkbook,
  locale: Locale,
): Promise<Result<{ isSaved: boolean; lines: string[] }>> {
  if (!isChanged && out === file) return ok({ isSaved: false, lines: [] });
  const saved = await saveWorkbookFile(out, workbook);
  return saved.ok ? ok({ isSaved: true, lines: [t(locale, 'import.saved', { file: out })] }) : saved;
}
