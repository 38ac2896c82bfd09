import type { TableSummary } from '../../../import/assemble/list-tables';
import { useTranslation } from '../../shell/use-translation';

/** Returns what a table is called in a list: its number, name, kind and rows. */
export function useTableLabel(): (table: TableSummary) => string {
  const { t } = useTranslation();
  return ({ index, name, kind, tasks, sections }) =>
    kind === 'tasks'
      ? t('review.table.option', { number: index + 1, name, tasks, sections: sections || '' })
      : t('tables.other', { number: index + 1, name, kind: t(`table.kind.${kind}`), rows: tasks });
}
