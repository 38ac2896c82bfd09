import { isFirstNumeral, isNextNumeral, type Numeral } from '../../annex/numbering';
import { buildLatticeTable } from '../../readers/pdf/build-lattice-table';
import type { Lattice } from '../../readers/pdf/find-lattices';
import type { Box } from '../../readers/pdf/geometry';
import type { Glyph } from '../../readers/pdf/read-page-content';
import type { RawTable } from '../../readers/raw-document';
import { detectColumnRole } from '../table-layout/detect-column-role';
import { parseRowLabel } from '../table-layout/parse-row-label';
import type { PageTable } from './join-page-tables';

function isBoxWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x0 >= outer.x0 - 2 &&
    inner.x1 <= outer.x1 + 2 &&
    inner.y0 >= outer.y0 - 2 &&
    inner.y1 <= outer.y1 + 2
  );
}

/**
 * Drops lattices that are no table: a frame round text, or a table drawn inside a cell of another one (it is
 * that cell's text).
 */
function selectOuterLattices(lattices: readonly Lattice[]): Lattice[] {
  const tables = lattices.filter((lattice) => lattice.cells.length > 1);
  return tables.filter(
    (lattice) =>
      !tables.some(
        (other) => other !== lattice && other.xs.length > 2 && isBoxWithin(lattice.box, other.box),
      ),
  );
}

/** Builds the tables that rules draw on a page. `table`: how many the pages before have. */
export function buildRuledTables(
  page: { number: number; glyphs: readonly Glyph[]; lattices: readonly Lattice[] },
  file: string,
  before: number,
): PageTable[] {
  return selectOuterLattices(page.lattices).map((lattice, index) => ({
    lattice,
    page: page.number,
    table: buildLatticeTable(lattice, page.glyphs, { file, page: page.number, table: before + index + 1 }),
  }));
}

const MAX_HEADING_ROWS = 8;
const MIN_HEADING_COLUMNS = 3;

/** Returns true if a heading names columns of an annex, each in a cell of its own. */
export function hasAnnexHeading(table: RawTable): boolean {
  if (table.columnCount < MIN_HEADING_COLUMNS) return false;
  const roles = table.cells.flatMap((cell) =>
    cell.row < MAX_HEADING_ROWS ? (detectColumnRole(cell.text) ?? []) : [],
  );
  return roles.includes('content') && new Set(roles).size >= 3;
}

/**
 * Returns the Arabic and Roman numbers of rows; single capitals may be the letters of a broken header ("S T
 * T").
 */
function getRowNumerals(line: string): Numeral[] {
  return parseRowLabel(line)?.readings.filter(({ kind }) => kind === 'arabic' || kind === 'roman') ?? [];
}

function isNextRowNumeral(one: Numeral, other: Numeral): boolean {
  return (
    isNextNumeral(one, other) || (one.kind === 'roman' && other.kind === 'arabic' && isFirstNumeral(other))
  );
}

/**
 * Joins the numbers that a narrow column breaks, "1" above "0": read together they follow the number above, read line
 * by line they do not.
 */
export function joinBrokenNumbers(tables: readonly PageTable[]): void {
  let last: Numeral[] = [];
  for (const { table } of tables)
    for (const cell of table.cells) {
      if (cell.column !== 0 || cell.columnSpan > 1 || cell.text === '') continue;
      const joined = cell.text.replaceAll('\n', '');
      const numerals = getRowNumerals(joined);
      const first = getRowNumerals(cell.text.split('\n')[0]!);
      const follows = (next: readonly Numeral[]): boolean =>
        last.some((one) => next.some((other) => isNextRowNumeral(one, other)));
      if (joined !== cell.text && /^\d+$/.test(joined) && follows(numerals) && !follows(first))
        cell.text = joined;
      if (numerals.length > 0) last = numerals;
    }
}

/** Returns true if several rows are drawn as one, because the rules between them are missing. */
export function isMissingRowRules(table: RawTable): boolean {
  return table.cells.some((cell) => {
    if (cell.column !== 0 || cell.columnSpan > 1) return false;
    const lines = cell.text.split('\n');
    return lines
      .slice(1)
      .some((line, index) =>
        getRowNumerals(lines[index]!).some((one) =>
          getRowNumerals(line).some((other) => isNextRowNumeral(one, other)),
        ),
      );
  });
}
