import type { SheetPlan } from '../sheet-plan';
import type { Step } from '../step';
import type { BookSnapshot } from './book-snapshot';

/** The sheet that a name refers to, whatever it is called now; null where the name is gone or broken. */
export const sheetOfName = ({ names }: Pick<BookSnapshot, 'names'>, name: string): string | null => {
  const formula = names.find((one) => one.name === name)?.formula ?? '';
  const match = /^='((?:[^']|'')+)'!|^=([^'!:()]+)!/.exec(formula);
  if (!match || formula.includes('#REF!')) return null;
  return (match[1] ?? match[2] ?? '').replaceAll("''", "'");
};

/** A sheet of formulas written anew, with the names that are there pointed to where they belong. */
export const rewriteStep = ({ names }: Pick<BookSnapshot, 'names'>, plan: SheetPlan): Step => ({
  kind: 'rewrite-sheet',
  sheet: plan,
  names: plan.names.map(({ name }) => name).filter((name) => names.some((one) => one.name === name)),
  charts: [],
});
