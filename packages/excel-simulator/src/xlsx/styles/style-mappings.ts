import type { Border } from '../../model/types';

/** A file's words and the words of Excel's API for the same things, both ways. */
export function createTwoWayMap<A extends string, B extends string>(pairs: readonly (readonly [A, B])[]) {
  const forth = new Map<string, B>(pairs);
  const back = new Map<string, A>(pairs.map(([file, api]) => [api, file]));
  return {
    toApi: (word: string | undefined): B | undefined => (word === undefined ? undefined : forth.get(word)),
    toFile: (word: string | undefined): A | undefined => (word === undefined ? undefined : back.get(word)),
  };
}

export const HORIZONTAL_ALIGNMENTS = createTwoWayMap([
  ['general', 'General'],
  ['left', 'Left'],
  ['center', 'Center'],
  ['right', 'Right'],
  ['fill', 'Fill'],
  ['justify', 'Justify'],
  ['centerContinuous', 'CenterAcrossSelection'],
  ['distributed', 'Distributed'],
]);

export const VERTICAL_ALIGNMENTS = createTwoWayMap([
  ['top', 'Top'],
  ['center', 'Center'],
  ['bottom', 'Bottom'],
  ['justify', 'Justify'],
  ['distributed', 'Distributed'],
]);

export const UNDERLINE_STYLES = createTwoWayMap([
  ['none', 'None'],
  ['single', 'Single'],
  ['double', 'Double'],
  ['singleAccounting', 'SingleAccountant'],
  ['doubleAccounting', 'DoubleAccountant'],
]);

/** A file has one word for what the API has two for. */
const BORDER_LINES = [
  ['hair', 'Continuous', 'Hairline'],
  ['thin', 'Continuous', 'Thin'],
  ['medium', 'Continuous', 'Medium'],
  ['thick', 'Continuous', 'Thick'],
  ['dashed', 'Dash', 'Thin'],
  ['mediumDashed', 'Dash', 'Medium'],
  ['dotted', 'Dot', 'Thin'],
  ['double', 'Double', 'Thick'],
  ['dashDot', 'DashDot', 'Thin'],
  ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'],
  ['mediumDashDotDot', 'DashDotDot', 'Medium'],
  ['slantDashDot', 'SlantDashDot', 'Medium'],
] as const;

export function toApiLine(style: string | undefined): Omit<Border, 'color'> | undefined {
  const line = BORDER_LINES.find(([file]) => file === style);
  return line && { style: line[1], weight: line[2] };
}

/** The nearest line a file can draw: not every style comes in every weight. */
export function toFileLine({ style, weight }: Border): string | undefined {
  const same = BORDER_LINES.filter((line) => line[1] === style);
  const heavy = weight === 'Medium' || weight === 'Thick';
  return (same.find((line) => line[2] === weight) ?? (heavy ? same.at(-1) : same[0]))?.[0];
}
