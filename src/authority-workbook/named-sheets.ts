import type { Operation } from '../sheets/operation';
import type { SheetSpec } from '../sheets/sheet-spec';
import type { ConsolidationSnapshot } from './consolidation-snapshot';

/** The sheet that a name refers to, whatever it is called now; null where the name is gone or broken. */
export function findNamedSheet({ names }: Pick<ConsolidationSnapshot, 'names'>, name: string): string | null {
  const formula = names.find((one) => one.name === name)?.formula ?? '';
  const match = /^='((?:[^']|'')+)'!|^=([^'!:()]+)!/.exec(formula);
  if (!match || formula.includes('#REF!')) return null;
  return (match[1] ?? match[2] ?? '').replaceAll("''", "'");
}

/** Where the first cell of a name stands; null where the name is gone or broken. */
export function findNamedCell(
  snapshot: Pick<ConsolidationSnapshot, 'names'>,
  name: string,
): { sheet: string; row: number; column: number } | null {
  const sheet = findNamedSheet(snapshot, name);
  const formula = snapshot.names.find((one) => one.name === name)?.formula ?? '';
  const [, letters = '', row = ''] = /!\$?([A-Z]{1,3})\$?(\d+)(?::\$?[A-Z]+\$?\d+)?$/.exec(formula) ?? [];
  if (sheet === null || letters === '') return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(row) - 1, column };
}

/** A sheet of formulas written anew, with the names that are there pointed to where they belong, and its charts. */
export function createRewriteOperation(
  { names, totalsCharts }: Pick<ConsolidationSnapshot, 'names' | 'totalsCharts'>,
  plan: SheetSpec,
): Operation {
  return {
    kind: 'rewrite-sheet',
    sheet: plan,
    names: plan.names.map(({ name }) => name).filter((name) => names.some((one) => one.name === name)),
    charts: (plan.charts ?? []).map(({ name }) => name).filter((name) => totalsCharts.includes(name)),
  };
}
