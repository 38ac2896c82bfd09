import type { ReactElement } from 'react';
import { hideZeros } from '../../i18n/hide-zeros';
import type { ImportPreviewItem, PlannedImport } from '../../school-workbook/plan-import';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { useTranslation } from '../shell/use-translation';

/** More lines are counted, not listed. */
const MAX_LINES = 40;

function formatContent(content: CellContent): string {
  return typeof content === 'object' ? content.formula : String(content);
}

function useChangeFormatter(): (item: ImportPreviewItem) => string {
  const { t } = useTranslation();
  return (item) =>
    item.kind === 'changed'
      ? t('import.change.changed', {
          task: item.task,
          column: COLUMN_HEADERS[item.column],
          before: formatContent(item.before),
          after: formatContent(item.after),
        })
      : t(`import.change.${item.kind}`, { task: item.task.id, content: item.task.content });
}

/** What pressing "Write" would do. */
export function ImportChanges({ plan }: { plan: PlannedImport }): ReactElement {
  const { t } = useTranslation();
  const line = useChangeFormatter();
  if (plan.change === null) return <p>{t('pane.changes.none')}</p>;
  if (plan.change.kind === 'create') return <p>{t('pane.changes.create', { rows: plan.counts.added })}</p>;
  const rest = plan.preview.length - MAX_LINES;
  return (
    <>
      <p>{t('pane.changes.revise', hideZeros(plan.counts))}</p>
      {plan.preview.length > 0 && (
        <details>
          <summary tabIndex={0}>{t('pane.changes.list')}</summary>
          <ul>
            {plan.preview.slice(0, MAX_LINES).map((item, index) => (
              <li key={index}>{line(item)}</li>
            ))}
            {rest > 0 && <li>{t('import.change.more', { count: rest })}</li>}
          </ul>
        </details>
      )}
    </>
  );
}
