import { type Locale, t } from '../i18n/locale';
import type { ImportPreviewItem, PlannedImport } from '../school-workbook/plan-import';
import { cleanText } from '../shared/text';
import { getPlainText } from '../sheets/cell-content';
import { COLUMN_HEADERS } from '../sheets/labels/school-labels';
import type { CellContent } from '../sheets/sheet-spec';

const BLANK = '–';

function formatPreviewItem(locale: Locale, item: ImportPreviewItem): string {
  // One line for each, whatever lines the cells have.
  const toLine = (content: CellContent): string => cleanText(getPlainText(content));
  return item.kind === 'changed'
    ? t(locale, 'import.change.changed', {
        task: item.task,
        column: COLUMN_HEADERS[item.column],
        before: toLine(item.before) || BLANK,
        after: toLine(item.after) || BLANK,
      })
    : t(locale, `import.change.${item.kind}`, { task: item.task.id, content: cleanText(item.task.content) });
}

/** What an import adds, changes, removes and keeps, one line each, at most so many. */
export function formatPreview(locale: Locale, { preview }: PlannedImport, most: number): string[] {
  return [
    ...preview.slice(0, most).map((item) => `  ${formatPreviewItem(locale, item)}`),
    ...(preview.length > most
      ? [`  ${t(locale, 'import.change.more', { count: preview.length - most })}`]
      : []),
  ];
}
