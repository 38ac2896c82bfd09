import type { Comparator, PlanDocument } from '../../import/plan-document/types';
import { toMatchKey } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import { quoteFormulaText } from '../../sheets/formula-text';
import { COMPARATOR_LABELS, TARGET_HEADERS, TARGET_RESULT_LABELS } from '../../sheets/labels/target-labels';
import { numberDuplicates } from '../../sheets/read-table';
import { buildThisRowReference } from '../../sheets/table-reference';
import { SHARE_UNIT, type TargetColumnId, type TargetTableRow } from './target-columns';

/** A figure to be reached, as picked from a plan. Shares in percent: 99 for 99 %. */
export type Target = {
  /** Where it stands in the plan: "II.1.2". */
  item: string;
  text: string;
  comparator: Comparator;
  value: number;
  unit: string;
};

/** Formats the number of an item in its plan, with that of its section. */
export function formatItemNumber({ section, number }: { section: string; number: string }): string {
  return [section, number].filter((part) => part !== '').join('.');
}

/** Returns the targets of a plan, in its order. */
export function toTargets({ items, targets }: PlanDocument): Target[] {
  return targets.map(({ text, comparator, value, unit, item }) => ({
    item: items[item] ? formatItemNumber(items[item]) : '',
    text,
    comparator,
    value,
    unit,
  }));
}

/** Converts 98.5 to 0.985, without the noise of dividing binary fractions. */
const toShare = (percent: number): number => Number((percent / 100).toPrecision(12));

export function toTargetTableRow({ item, text, comparator, value, unit }: Target): TargetTableRow {
  return {
    cells: {
      item,
      target: text,
      comparator: COMPARATOR_LABELS[comparator],
      figure: unit === SHARE_UNIT ? toShare(value) : value,
      unit,
      actual: '',
      met: '',
      note: '',
    },
    extra: {},
  };
}

export const isShareRow = ({ cells }: TargetTableRow): boolean =>
  getPlainText(cells.unit).trim() === SHARE_UNIT;

/** Keys of rows: a target is known by where it stands, its words and its unit; "#2" … where it stands there twice. */
export function buildTargetKeys(rows: readonly TargetTableRow[]): string[] {
  return numberDuplicates(
    rows.map(({ cells }) =>
      [
        getPlainText(cells.item).trim(),
        toMatchKey(getPlainText(cells.target)),
        getPlainText(cells.unit).trim(),
      ].join('|'),
    ),
  );
}

type TargetHeaders = Record<TargetColumnId, string>;

/**
 * Builds the formula that judges a target: `đạt`, `chưa đạt`, or `–` if the actual value is blank or a value is no
 * number. Values are compared at nine decimals, so that 98.5 % typed and calculated are the same.
 */
export function buildMetFormula(headers: TargetHeaders = TARGET_HEADERS): string {
  const [sign, wanted, actual] = (['comparator', 'figure', 'actual'] as const).map((id) =>
    buildThisRowReference(headers[id]),
  ) as [string, string, string];
  const holds = (Object.keys(COMPARATOR_LABELS) as Comparator[]).map(
    (comparator) =>
      `AND(${sign}=${quoteFormulaText(COMPARATOR_LABELS[comparator])},ROUND(${actual},9)${comparator}ROUND(${wanted},9))`,
  );
  const known = `AND(ISNUMBER(${actual}),ISNUMBER(${wanted}),${sign}<>"")`;
  return `=IF(${known},IF(OR(${holds.join(',')}),${quoteFormulaText(TARGET_RESULT_LABELS.met)},${quoteFormulaText(TARGET_RESULT_LABELS.notMet)}),${quoteFormulaText(TARGET_RESULT_LABELS.open)})`;
}
