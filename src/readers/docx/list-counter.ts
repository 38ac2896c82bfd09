import { formatListNumber } from './format-list-number';
import type { NumberingReference } from './properties';
import type { ResolvedStyle } from './read-docx-styles';
import type { ListDefinition, ListLevel, Numbering } from './read-numbering';

/** Counts a document's lists paragraph by paragraph, as Word does when it renders the document. */
export type ListCounter = {
  /**
   * The printed number of the next paragraph with its separator ("1. ", "IV "), or '' when it has none.
   * Must be called for every visible paragraph, in reading order.
   */
  next: (direct: NumberingReference, style: ResolvedStyle) => string;
};

const SUFFIX_TEXTS: Readonly<Record<string, string>> = { nothing: '', space: ' ', tab: ' ' };

export function createListCounter(numbering: Numbering): ListCounter {
  /** The current number of each level, by list counter. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const count = (numId: number, list: ListDefinition, level: number): number[] => {
    let numbers = counts.get(list.counter);
    if (!numbers) counts.set(list.counter, (numbers = []));
    const getStart = (at: number): number => list.levels.get(at)?.start ?? 1;
    const restarts = list.restartedLevels.has(level) && !begun.has(`${numId}/${level}`);
    begun.add(`${numId}/${level}`);
    const before = numbers[level];
    numbers[level] = restarts || before === undefined ? getStart(level) : before + 1;
    for (let deeper = level + 1; deeper < numbers.length; deeper++) {
      const restartAfter = list.levels.get(deeper)?.restartAfter;
      if (restartAfter === undefined || level < restartAfter) numbers[deeper] = undefined;
    }
    return Array.from({ length: level + 1 }, (_, at) => numbers[at] ?? getStart(at));
  };

  return {
    next: (direct, style) => {
      const reference = getEffectiveReference(direct, style);
      const list = reference.numId === undefined ? undefined : numbering.get(reference.numId);
      if (!list || reference.numId === undefined) return '';
      const level = direct.level ?? findTiedLevel(list, direct, style) ?? style.numbering.level ?? 0;
      const definition = list.levels.get(level);
      if (!definition) return '';
      const label = formatLabel(list, definition, count(reference.numId, list, level));
      return label === '' ? '' : label + (SUFFIX_TEXTS[definition.suffix] ?? ' ');
    },
  };
}

/** Returns the numbering that applies. numId 0 removes the numbering of the style: no list has this number. */
function getEffectiveReference(direct: NumberingReference, style: ResolvedStyle): NumberingReference {
  return direct.numId === undefined ? style.numbering : direct;
}

/** Finds the level that names the paragraph's style, if the paragraph is numbered by its style alone. */
function findTiedLevel(
  list: ListDefinition,
  direct: NumberingReference,
  style: ResolvedStyle,
): number | undefined {
  if (direct.numId !== undefined || style.numberingStyle === undefined) return undefined;
  for (const [level, { style: tied }] of list.levels) if (tied === style.numberingStyle) return level;
  return undefined;
}

function formatLabel(list: ListDefinition, definition: ListLevel, numbers: readonly number[]): string {
  if (definition.hidden) return '';
  if (definition.format === 'bullet') return normalizeBullet(definition.text);
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = list.levels.get(at);
    const number = numbers[at];
    if (!level || number === undefined) return '';
    return formatListNumber(number, definition.legal ? 'decimal' : level.format, level.pattern);
  });
}

/** Replaces bullets of the private use area, which mean nothing without their symbol font. */
const normalizeBullet = (text: string): string => text.replace(/[\uE000-\uF8FF]/g, '•');
