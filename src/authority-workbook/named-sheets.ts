import type { Operation } from '../sheets/operation';
import { filterPresentNames, findSheetOfName } from '../sheets/sheet-names';
import type { SheetSpec } from '../sheets/sheet-spec';
import type { ConsolidationSnapshot } from './consolidation-snapshot';

/**
 * Finds the first cell of a name.
 * @returns null if the name is missing or refers to nothing
 */
export function findNamedCell(
  snapshot: Pick<ConsolidationSnapshot, 'names'>,
  name: string,
): { sheet: string; row: number; column: number } | null {
  const sheet = findSheetOfName(snapshot, name);
  const formula = snapshot.names.find((one) => one.name === name)?.formula ?? '';
  const [, letters = '', row = ''] = /!\$?([A-Z]{1,3})\$?(\d+)(?::\$?[A-Z]+\$?\d+)?$/.exec(formula) ?? [];
  if (sheet === null || letters === '') return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(row) - 1, column };
}

/** Creates the operation that writes a sheet of formulas again, with its names and charts. */
export function createRewriteOperation(
  { names, totalsCharts }: Pick<ConsolidationSnapshot, 'names' | 'totalsCharts'>,
  plan: SheetSpec,
): Operation {
  return {
    kind: 'rewrite-sheet',
    sheet: plan,
    names: filterPresentNames(
      { names },
      plan.names.map(({ name }) => name),
    ),
    charts: (plan.charts ?? []).map(({ name }) => name).filter((name) => totalsCharts.includes(name)),
  };
}
