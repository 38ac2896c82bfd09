import type { ColumnRole } from '../../annex/header-vocabulary';
import { isNextNumeral, type Numeral, parseNumberLabel } from '../../annex/numbering';
import { findMarker } from '../../annex/read-applicability';
import { toMatchKey } from '../../shared/text';
import type { Grid } from './build-grid';
import type { TableHeader } from './find-header';
import { getColumnTexts, type HeaderColumn } from './read-header-columns';

/** Words that cells of a column hold, as keys, each at the start or anywhere in the cell. */
const TIMING_START =
  /^(?:thang|quy|nam|truoc ngay|ngay|dinh ky|hang|hang thang|thuong xuyen|trong nam|trong thang|khi|theo|6 thang|dau|giua|cuoi|cham nhat|hoan thanh)(?: |$)/;
const PRODUCT_TERMS =
  /(?:^| )(?:ke hoach|bao cao|quyet dinh|cong van|to trinh|thong bao|bien ban|danh sach|ho so|van ban|clip|tin bai)(?: |$)/;
const UNIT_START =
  /^(?:phong|van phong|ban|so|uy ban|ubnd|truong|trung tam|cong an|tram|to|bo phan|cac|hieu truong|thu truong|doan|hoi|mn|th|thcs)(?: |$)/;

const MIN_ROWS = 3;
/** Part of a column's cells that must look alike. */
const MIN_SHARE = 0.5;
const MIN_CONTENT_LENGTH = 30;

type ColumnProfile = {
  index: number;
  filled: number;
  labels: number;
  timing: number;
  product: number;
  unit: number;
  marker: number;
  letters: number;
};

function computeShare(texts: string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

/**
 * Returns the share of numbers that continue from the one before: a column of TT restarts now and then, one
 * of amounts does not count up.
 */
function scoreSequence(texts: string[]): number {
  let previous: Numeral | null = null;
  let steps = 0;
  for (const text of texts) {
    const readings: Numeral[] = parseNumberLabel(text)?.readings ?? [];
    const next = readings.find((reading) => previous !== null && isNextNumeral(previous, reading));
    if (next) steps++;
    const arabic = readings.find(({ kind }) => kind === 'arabic');
    previous = next ?? arabic ?? previous;
  }
  return texts.length === 0 ? 0 : (steps + 1) / texts.length;
}

function profileColumn(grid: Grid, index: number): ColumnProfile {
  const texts = getColumnTexts(grid, 0, { from: index, to: index });
  const keys = texts.map(toMatchKey);
  const matches = (pattern: RegExp): number => computeShare(keys, (key) => pattern.test(key));
  return {
    index,
    filled: texts.length,
    labels: Math.min(
      computeShare(texts, (text) => parseNumberLabel(text) !== null),
      scoreSequence(texts) + 0.3,
    ),
    timing: matches(TIMING_START),
    product: matches(PRODUCT_TERMS),
    unit: matches(UNIT_START),
    marker: computeShare(texts, (text) => findMarker(text) !== null),
    letters: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  };
}

/**
 * Guesses the columns of a table without a header from their contents: numbers in sequence, then long texts,
 * units, kinds of products and of times.
 *
 * @returns null unless numbers, contents and two of the rest are found
 */
export function guessHeader(grid: Grid): TableHeader | null {
  if (grid.height < MIN_ROWS || grid.width < 4) return null;
  const portraits = Array.from({ length: grid.width }, (_, index) => profileColumn(grid, index)).filter(
    ({ filled }) => filled > 0,
  );
  const roles = new Map<number, ColumnRole>();
  const give = (role: ColumnRole, found: ColumnProfile | undefined): void => {
    if (found) roles.set(found.index, role);
  };
  const free = (): ColumnProfile[] => portraits.filter(({ index }) => !roles.has(index));
  const best = (
    candidates: ColumnProfile[],
    value: (one: ColumnProfile) => number,
    least: number,
  ): ColumnProfile | undefined =>
    candidates.filter((one) => value(one) >= least).sort((a, b) => value(b) - value(a))[0];

  const tt = free().find(({ labels, filled }) => labels >= 0.7 && filled >= MIN_ROWS);
  if (!tt) return null;
  give('tt', tt);
  const content = best(
    free().filter(({ index }) => index > tt.index),
    ({ letters }) => letters,
    MIN_CONTENT_LENGTH,
  );
  if (!content) return null;
  give('content', content);
  give(
    'timing',
    best(free(), ({ timing }) => timing, MIN_SHARE),
  );
  give(
    'product',
    best(free(), ({ product }) => product, MIN_SHARE),
  );
  const marked = best(free(), ({ marker }) => marker, 0.05);
  const units = free().filter(({ unit }) => unit >= MIN_SHARE);
  give('coordinatingUnit', marked ?? (units.length > 1 ? units[1] : undefined));
  give(
    'leadUnit',
    units.find(({ index }) => !roles.has(index)),
  );
  if (roles.size < 4) return null;
  const columns = Array.from({ length: grid.width }, (_, index): HeaderColumn => ({
    from: index,
    to: index,
    tiers: [],
    role: roles.get(index) ?? null,
  }));
  return { first: 0, last: -1, columns, numbered: false, guessed: true };
}
