import { findMarker } from '../../annex/applicability';
import { isNextNumeral, parseNumberLabel, type Numeral } from '../../annex/numbering';
import { toMatchKey } from '../../annex/text';
import type { Header } from './find-header';
import type { Grid } from './grid';
import { columnTexts, type Column } from './header-columns';
import type { ColumnRole } from './header-words';

/** Words that cells of a column hold, as keys, each at the start or anywhere in the cell. */
const TIMING =
  /^(?:thang|quy|nam|truoc ngay|ngay|dinh ky|hang|hang thang|thuong xuyen|trong nam|trong thang|khi|theo|6 thang|dau|giua|cuoi|cham nhat|hoan thanh)(?: |$)/;
const PRODUCT =
  /(?:^| )(?:ke hoach|bao cao|quyet dinh|cong van|to trinh|thong bao|bien ban|danh sach|ho so|van ban|clip|tin bai)(?: |$)/;
const UNIT =
  /^(?:phong|van phong|ban|so|uy ban|ubnd|truong|trung tam|cong an|tram|to|bo phan|cac|hieu truong|thu truong|doan|hoi|mn|th|thcs)(?: |$)/;

const FEWEST_ROWS = 3;
/** Part of a column's cells that must look alike. */
const ENOUGH = 0.5;
const LONG_TEXT = 30;

type Portrait = {
  index: number;
  filled: number;
  labels: number;
  timing: number;
  product: number;
  unit: number;
  marker: number;
  letters: number;
};

function share(texts: string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

/** Part of the numbers that go on from the one before: a column of TT restarts now and then, one of counts does not count. */
function sequence(texts: string[]): number {
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

function portrait(grid: Grid, index: number): Portrait {
  const texts = columnTexts(grid, 0, { from: index, to: index });
  const keys = texts.map(toMatchKey);
  const matches = (pattern: RegExp): number => share(keys, (key) => pattern.test(key));
  return {
    index,
    filled: texts.length,
    labels: Math.min(
      share(texts, (text) => parseNumberLabel(text) !== null),
      sequence(texts) + 0.3,
    ),
    timing: matches(TIMING),
    product: matches(PRODUCT),
    unit: matches(UNIT),
    marker: share(texts, (text) => findMarker(text) !== null),
    letters: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  };
}

/**
 * Tells the columns of a table without a header by what stands in them: counting numbers, then long texts, units, the
 * kinds of products and of times. null unless numbers, contents and two of the rest are found.
 */
export function guessHeader(grid: Grid): Header | null {
  if (grid.height < FEWEST_ROWS || grid.width < 4) return null;
  const portraits = Array.from({ length: grid.width }, (_, index) => portrait(grid, index)).filter(
    ({ filled }) => filled > 0,
  );
  const roles = new Map<number, ColumnRole>();
  const give = (role: ColumnRole, found: Portrait | undefined): void => {
    if (found) roles.set(found.index, role);
  };
  const free = (): Portrait[] => portraits.filter(({ index }) => !roles.has(index));
  const best = (
    candidates: Portrait[],
    value: (one: Portrait) => number,
    least: number,
  ): Portrait | undefined =>
    candidates.filter((one) => value(one) >= least).sort((a, b) => value(b) - value(a))[0];

  const tt = free().find(({ labels, filled }) => labels >= 0.7 && filled >= FEWEST_ROWS);
  if (!tt) return null;
  give('tt', tt);
  const content = best(
    free().filter(({ index }) => index > tt.index),
    ({ letters }) => letters,
    LONG_TEXT,
  );
  if (!content) return null;
  give('content', content);
  give(
    'timing',
    best(free(), ({ timing }) => timing, ENOUGH),
  );
  give(
    'product',
    best(free(), ({ product }) => product, ENOUGH),
  );
  const marked = best(free(), ({ marker }) => marker, 0.05);
  const units = free().filter(({ unit }) => unit >= ENOUGH);
  give('coordinatingUnit', marked ?? (units.length > 1 ? units[1] : undefined));
  give(
    'leadUnit',
    units.find(({ index }) => !roles.has(index)),
  );
  if (roles.size < 4) return null;
  const columns = Array.from({ length: grid.width }, (_, index): Column => ({
    from: index,
    to: index,
    tiers: [],
    role: roles.get(index) ?? null,
  }));
  return { first: 0, last: -1, columns, numbered: false, guessed: true };
}
