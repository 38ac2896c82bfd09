import { toMatchKey } from '../../annex/text';
import type { Comparator, Plan } from '../../intake/plan/types';
import { comparatorWords, metWords, targetHeaders } from '../../locales/target-words';
import { plainText } from '../typed';
import { SHARE_UNIT, type TargetColumnId, type TargetRow } from './target-columns';

/** A figure to be reached, as picked from a plan. Shares in percent: 99 for 99 %. */
export type Target = {
  /** Where it stands in the plan: "II.1.2". */
  item: string;
  text: string;
  comparator: Comparator;
  value: number;
  unit: string;
};

/** The number of an item in its plan, with that of its section. */
export function itemLabel({ section, number }: { section: string; number: string }): string {
  return [section, number].filter((part) => part !== '').join('.');
}

/** The targets of a plan, in its order. */
export function targetsOf({ items, targets }: Plan): Target[] {
  return targets.map(({ text, comparator, value, unit, item }) => ({
    item: items[item] ? itemLabel(items[item]) : '',
    text,
    comparator,
    value,
    unit,
  }));
}

/** 98.5 → 0.985, without the noise of dividing binary fractions. */
const shareOf = (percent: number): number => Number((percent / 100).toPrecision(12));

export function rowOfTarget({ item, text, comparator, value, unit }: Target): TargetRow {
  return {
    cells: {
      item,
      target: text,
      comparator: comparatorWords[comparator],
      figure: unit === SHARE_UNIT ? shareOf(value) : value,
      unit,
      actual: '',
      met: '',
      note: '',
    },
    extra: {},
  };
}

export const isShareRow = ({ cells }: TargetRow): boolean => plainText(cells.unit).trim() === SHARE_UNIT;

/** Keys of rows: a target is known by where it stands, its words and its unit; "#2" … where it stands there twice. */
export function targetKeys(rows: readonly TargetRow[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ cells }) => {
    const key = [
      plainText(cells.item).trim(),
      toMatchKey(plainText(cells.target)),
      plainText(cells.unit).trim(),
    ].join('|');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

export type TargetHeaders = Record<TargetColumnId, string>;

const PLAIN = /^[\p{L}\p{N}_.]+$/u;
/** `[@[Mức phải đạt]]`: this row's cell. */
function ofThisRow(header: string): string {
  return PLAIN.test(header) ? `[@${header}]` : `[@[${header.replace(/['#[\]@]/g, "'$&")}]]`;
}
const quoted = (text: string): string => `"${text}"`;

/**
 * Whether the target of a row is met: `đạt`, `chưa đạt`, `–` where the actual figure is blank or something is no
 * number. Figures are compared at nine decimals, so that 98.5 % typed and calculated are the same.
 */
export function metFormula(headers: TargetHeaders = targetHeaders): string {
  const [sign, wanted, actual] = (['comparator', 'figure', 'actual'] as const).map((id) =>
    ofThisRow(headers[id]),
  ) as [string, string, string];
  const holds = (Object.keys(comparatorWords) as Comparator[]).map(
    (comparator) =>
      `AND(${sign}=${quoted(comparatorWords[comparator])},ROUND(${actual},9)${comparator}ROUND(${wanted},9))`,
  );
  const known = `AND(ISNUMBER(${actual}),ISNUMBER(${wanted}),${sign}<>"")`;
  return `=IF(${known},IF(OR(${holds.join(',')}),${quoted(metWords.met)},${quoted(metWords.notMet)}),${quoted(metWords.open)})`;
}
