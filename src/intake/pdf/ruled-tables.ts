import { follows, isFirst, type Numeral } from '../../annex/numbering';
import { columnRole } from '../layout/column-role';
import { rowLabel } from '../layout/row-label';
import type { RawTable } from '../raw-document';
import type { Box } from './geometry';
import type { Lattice } from './lattice';
import { tableOfLattice } from './page-blocks';
import type { PageTable } from './join-pages';
import type { Glyph } from './page-content';

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x0 >= outer.x0 - 2 &&
    inner.x1 <= outer.x1 + 2 &&
    inner.y0 >= outer.y0 - 2 &&
    inner.y1 <= outer.y1 + 2
  );
}

/** A frame round text is no table; nor is a table drawn inside a cell of another one, it is that cell's text. */
export function outerLattices(lattices: readonly Lattice[]): Lattice[] {
  const tables = lattices.filter((lattice) => lattice.cells.length > 1);
  return tables.filter(
    (lattice) =>
      !tables.some((other) => other !== lattice && other.xs.length > 2 && isWithin(lattice.box, other.box)),
  );
}

/** The tables that rules draw on a page. `table`: how many the pages before have. */
export function ruledTables(
  page: { number: number; glyphs: readonly Glyph[]; lattices: readonly Lattice[] },
  file: string,
  before: number,
): PageTable[] {
  return outerLattices(page.lattices).map((lattice, index) => ({
    lattice,
    page: page.number,
    table: tableOfLattice(lattice, page.glyphs, { file, page: page.number, table: before + index + 1 }),
  }));
}

const firstRows = 8;
const fewestColumns = 3;

/** Has it a heading that names columns of an annex, each in a cell of its own? */
export function hasHeading(table: RawTable): boolean {
  if (table.columnCount < fewestColumns) return false;
  const roles = table.cells.flatMap((cell) => (cell.row < firstRows ? (columnRole(cell.text) ?? []) : []));
  return roles.includes('content') && new Set(roles).size >= 3;
}

/** Arabic and Roman numbers; single capitals may be the letters of a broken header ("S T T"). */
function numbersOf(line: string): Numeral[] {
  return rowLabel(line)?.readings.filter(({ kind }) => kind === 'arabic' || kind === 'roman') ?? [];
}

function comesNext(one: Numeral, other: Numeral): boolean {
  return follows(one, other) || (one.kind === 'roman' && other.kind === 'arabic' && isFirst(other));
}

/** Are several rows drawn as one, because the rules between them are missing? */
export function lacksRowRules(table: RawTable): boolean {
  return table.cells.some((cell) => {
    if (cell.column !== 0 || cell.columnSpan > 1) return false;
    const lines = cell.text.split('\n');
    return lines
      .slice(1)
      .some((line, index) =>
        numbersOf(lines[index]!).some((one) => numbersOf(line).some((other) => comesNext(one, other))),
      );
  });
}
