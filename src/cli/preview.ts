import { columnHeaders } from '../locales/sheet-words';
import { t } from '../locales/locale';
import type { Locale } from '../locales/locale';
import type { ImportPlan, PreviewItem } from '../workbook/plan-import';
import { plainText } from '../workbook/typed';

const BLANK = '–';

function formatPreviewItem(locale: Locale, item: PreviewItem): string {
  return item.kind === 'changed'
    ? t(locale, 'import.change.changed', {
        task: item.task,
        column: columnHeaders[item.column],
        before: plainText(item.before) || BLANK,
        after: plainText(item.after) || BLANK,
      })
    : t(locale, `import.change.${item.kind}`, { task: item.task.id, content: item.task.content });
}

/** What an import adds, changes, removes and keeps, one line each, at most so many. */
export function formatPreview(locale: Locale, { preview }: ImportPlan, most: number): string[] {
  return [
    ...preview.slice(0, most).map((item) => `  ${formatPreviewItem(locale, item)}`),
    ...(preview.length > most
      ? [`  ${t(locale, 'import.change.more', { count: preview.length - most })}`]
      : []),
  ];
}
