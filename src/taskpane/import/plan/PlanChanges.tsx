import type { ReactElement } from 'react';
import { hideZeros } from '../../../i18n/hide-zeros';
import type { PlannedSelection, PlanPreviewItem } from '../../../school-workbook/plan-selection-import';
import { COMPARATOR_LABELS } from '../../../sheets/labels/target-labels';
import type { CellContent } from '../../../sheets/sheet-spec';
import { type Translation, useTranslation } from '../../shell/use-translation';

/** More lines are counted, not listed. */
const MAX_LINES = 40;

function formatContent(content: CellContent): string {
  return typeof content === 'object' ? content.formula : String(content);
}

function formatChange({ t, locale }: Translation, item: PlanPreviewItem): string {
  switch (item.kind) {
    case 'task-added':
      return t('import.change.added', { task: item.task.id, content: item.task.content });
    case 'task-changed':
      return t('picking.change.task', {
        task: item.task,
        before: formatContent(item.before),
        after: formatContent(item.after),
      });
    case 'target-added':
    case 'target-changed': {
      const { text, comparator, value, unit } = item.target;
      return t(item.kind === 'target-added' ? 'picking.change.target' : 'picking.change.figure', {
        target: text,
        figure: `${COMPARATOR_LABELS[comparator]} ${value.toLocaleString(locale)} ${unit}`,
      });
    }
  }
}

/** What pressing "Write" would do. */
export function PlanChanges({ plan }: { plan: PlannedSelection }): ReactElement {
  const words = useTranslation();
  const { t } = words;
  const count = (...kinds: PlanPreviewItem['kind'][]): number =>
    plan.preview.filter(({ kind }) => kinds.includes(kind)).length;
  if (plan.change === null) return <p>{t('picking.changes.none')}</p>;
  const rest = plan.preview.length - MAX_LINES;
  return (
    <>
      <p>
        {t(
          'picking.changes',
          hideZeros({
            tasks: count('task-added'),
            targets: count('target-added'),
            changed: count('task-changed', 'target-changed'),
          }),
        )}
      </p>
      <details>
        <summary tabIndex={0}>{t('pane.changes.list')}</summary>
        <ul>
          {plan.preview.slice(0, MAX_LINES).map((item, index) => (
            <li key={index}>{formatChange(words, item)}</li>
          ))}
          {rest > 0 && <li>{t('import.change.more', { count: rest })}</li>}
        </ul>
      </details>
    </>
  );
}
