import { isNumberedHeading } from '../../annex/numbering';
import { getLinesOutsideTables, toTextBlock } from '../../readers/pdf/build-lattice-table';
import type { PdfPage } from '../../readers/pdf/read-pdf-page';
import { type PageLine, removePageFurniture } from '../../readers/pdf/remove-page-furniture';
import type { RawBlock } from '../../readers/raw-document';
import { appendAll } from '../../shared/append-all';
import { cleanText } from '../../shared/text';
import {
  buildRuledTables,
  hasAnnexHeading,
  isMissingRowRules,
  joinBrokenNumbers,
} from './build-ruled-tables';
import { joinPageTables, type PageTable } from './join-page-tables';
import { readBorderlessTable } from './read-borderless-table';

/** Blocks in reading order; `guessed` when the table has no rules to go by. */
type DocumentBlocks = { blocks: RawBlock[]; guessed: boolean };

type PlacedBlock = { page: number; y: number; block: RawBlock };

function sortBlocks(placed: PlacedBlock[]): RawBlock[] {
  return placed.sort((a, b) => a.page - b.page || a.y - b.y).map(({ block }) => block);
}

/** A heading stands this near above its table (points). */
const MAX_HEADING_DISTANCE = 60;

/**
 * Returns true if a numbered heading is printed above the second table, after the first one. At a page end it
 * may be a footnote.
 */
function hasHeadingBetween(lines: readonly PageLine[], above: PageTable, below: PageTable): boolean {
  return lines.some(({ page, line }) => {
    const text = cleanText(line.words.map((word) => word.text).join(' '));
    const over = below.lattice.box.y0 - line.y;
    const after = page > above.page || line.y > above.lattice.box.y1;
    if (page === below.page)
      return after && over > 0 && over < MAX_HEADING_DISTANCE && isNumberedHeading(text);
    return page === above.page && after && isNumberedHeading(text) && /^[IVXLA-H]+[.)]/.test(text);
  });
}

function buildRuledBlocks(pages: readonly PdfPage[], tables: readonly PageTable[], file: string): RawBlock[] {
  const lines = pages.flatMap(({ number, content }): PageLine[] => {
    const own = tables.filter((table) => table.page === number).map((table) => table.lattice.box);
    return getLinesOutsideTables(content.glyphs, own).map((line) => ({ page: number, line }));
  });
  const printed = removePageFurniture(lines);
  const around = printed.map(({ page, line }): PlacedBlock => ({
    page,
    y: line.y,
    block: toTextBlock(line, { file, page }),
  }));
  const joined = joinPageTables(tables, (above, below) => hasHeadingBetween(printed, above, below)).map(
    (table): PlacedBlock => {
      const first = tables.find((other) => other.table.place.table === table.place.table);
      return { page: first?.page ?? 1, y: first?.lattice.box.y0 ?? 0, block: table };
    },
  );
  return sortBlocks([...around, ...joined]);
}

/**
 * Builds the blocks of a document: tables by their rules if these separate rows and columns, else by white
 * space.
 */
export function buildDocumentBlocks(pages: readonly PdfPage[], file: string): DocumentBlocks {
  const tables: PageTable[] = [];
  for (const { number, content, lattices } of pages)
    appendAll(tables, buildRuledTables({ number, glyphs: content.glyphs, lattices }, file, tables.length));
  joinBrokenNumbers(tables);
  const headed = tables.find(({ table }) => hasAnnexHeading(table));
  const complete =
    headed !== undefined &&
    !tables.some(
      ({ table, lattice }) => lattice.xs.length === headed.lattice.xs.length && isMissingRowRules(table),
    );
  if (complete) return { blocks: buildRuledBlocks(pages, tables, file), guessed: false };

  const ruleless = readBorderlessTable(
    pages.map(({ number, content, rules, lattices }) => ({
      number,
      glyphs: content.glyphs,
      rules,
      lattices,
    })),
    file,
  );
  if (!ruleless) return { blocks: buildRuledBlocks(pages, tables, file), guessed: false };
  const around = ruleless.outside.map(({ page, line }): PlacedBlock => {
    const { number } = pages[page]!;
    return { page: number, y: line.y, block: toTextBlock(line, { file, page: number }) };
  });
  const { table } = ruleless;
  return {
    blocks: sortBlocks([...around, { page: table.place.page ?? 1, y: ruleless.y, block: table }]),
    guessed: true,
  };
}
