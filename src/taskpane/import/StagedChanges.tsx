import type { ReactElement } from 'react';
import { columnHeaders } from '../../locales/sheet-words';
import type { CellContent } from '../../workbook/sheet-plan';
import type { ImportPlan, PreviewItem } from '../../workbook/plan-import';
import { useWords } from '../shell/words';

/** More lines are counted, not listed. */
const SHOWN = 40;

function plain(content: CellContent): string {
  return typeof content === 'object' ? content.formula : String(content);
}

function useLine(): (item: PreviewItem) => string {
  const { say } = useWords();
  return (item) =>
    item.kind === 'changed'
      ? say('import.change.changed', {
          task: item.task,
          column: columnHeaders[item.column],
          before: plain(item.before),
          after: plain(item.after),
        })
      : say(`import.change.${item.kind}`, { task: item.task.id, content: item.task.content });
}

/** What pressing "Write" would do. */
export function StagedChanges({ plan }: { plan: ImportPlan }): ReactElement {
  const { say } = useWords();
  const line = useLine();
  if (plan.change === null) return <p>{say('pane.changes.none')}</p>;
  if (plan.change.kind === 'create') return <p>{say('pane.changes.create', { rows: plan.counts.added })}</p>;
  const rest = plan.preview.length - SHOWN;
  return (
    <>
      <p>{say('pane.changes.revise', plan.counts)}</p>
      {plan.preview.length > 0 && (
        <details>
          <summary tabIndex={0}>{say('pane.changes.list')}</summary>
          <ul>
            {plan.preview.slice(0, SHOWN).map((item, index) => (
              <li key={index}>{line(item)}</li>
            ))}
            {rest > 0 && <li>{say('import.change.more', { count: rest })}</li>}
          </ul>
        </details>
      )}
    </>
  );
}
