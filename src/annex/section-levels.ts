import { isFirstNumeral, isNextNumeral, type NumberLabel, type Numeral, type NumeralKind } from './numbering';

/** One open level of sections: A, then I below it, then 1. */
export type SectionLevel = {
  /** As printed. */
  number: string;
  /** null: a heading without a number. */
  numeral: Numeral | null;
  /** One of several tables: nothing but the next table closes it. */
  outermost?: true;
};

type SectionPlacement = {
  /** Open levels, outermost first, the new section last. */
  levels: SectionLevel[];
  /** The number does not continue its level. */
  gap: boolean;
};

/** Which kind stands above which, for what no sequence decides: A, then I, then 1, then a. */
const KIND_RANKS: Readonly<Record<NumeralKind, number>> = { capital: 0, roman: 1, arabic: 2, small: 3 };

function openLevel(levels: SectionLevel[], depth: number, number: string, numeral: Numeral): SectionLevel[] {
  return [...levels.slice(0, depth), { number, numeral }];
}

/**
 * Puts a section where it belongs, given the sections open before it. What one letter means (I: one or the ninth
 * letter; C: the third or a hundred) is decided by the sequence it continues, then by the one it starts.
 */
export function placeSection(levels: SectionLevel[], label: NumberLabel): SectionPlacement {
  const { text, readings } = label;
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const numeral = readings.find((reading) => {
      const last = levels[depth]?.numeral;
      return last ? isNextNumeral(last, reading) : false;
    });
    if (numeral) return { levels: openLevel(levels, depth, text, numeral), gap: false };
  }
  const first = readings.find(isFirstNumeral);
  if (first) return { levels: openLevel(levels, findDepth(levels, first), text, first), gap: false };

  const known = readings.find((reading) => hasNumeralKind(levels, reading.kind));
  const numeral = known ?? readings[0];
  if (!numeral) return { levels: [...levels, { number: text, numeral: null }], gap: false };
  return {
    levels: openLevel(levels, findDepth(levels, numeral), text, numeral),
    gap: !isFirstNumeral(numeral),
  };
}

/** Places a heading without a number: on the level of another such heading, else below the numbered ones. */
export function placeUnnumberedSection(levels: SectionLevel[], number: string): SectionLevel[] {
  const index = levels.findIndex((level) => level.numeral === null && !level.outermost);
  return [...(index < 0 ? levels : levels.slice(0, index)), { number, numeral: null }];
}

function hasNumeralKind(levels: SectionLevel[], kind: NumeralKind): boolean {
  return levels.some((level) => level.numeral?.kind === kind);
}

function findDepth(levels: SectionLevel[], numeral: Numeral): number {
  const same = levels.findIndex((level) => level.numeral?.kind === numeral.kind);
  if (same >= 0) return same;
  const below = levels.findIndex(
    (level) => level.numeral && KIND_RANKS[level.numeral.kind] > KIND_RANKS[numeral.kind],
  );
  return below >= 0 ? below : levels.length;
}

/** Formats the number of a section from the printed ones, from the outermost level inwards: "A.I". */
export function formatSectionPath(levels: SectionLevel[]): string {
  return levels.reduce((path, { number }) => (path === '' ? number : addNumberPrefix(path, number)), '');
}

/** Adds the number of the level above, unless the number already begins with it: "3" + "3.1" is "3.1". */
export function addNumberPrefix(path: string, number: string): string {
  if (number.startsWith(`${path}.`)) return number;
  const last = path.slice(path.lastIndexOf('.') + 1);
  return number.startsWith(`${last}.`) ? `${path}${number.slice(last.length)}` : `${path}.${number}`;
}
