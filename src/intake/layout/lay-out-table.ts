import { matchKey } from '../../annex/text';
import { closesAnnex } from '../assemble/row-kinds';
import { columnBoundaries } from './columns';
import { findHeader, repeatedHeader, type HeaderBand } from './header-band';
import { chunksOf, lineOf, textOf, type Metrics, type PlacedLine, type PlacedWord } from './placed-text';
import { isTitleRow, labelColumn, layOutRow, restOfTitle, wordsByColumn, type LaidCell } from './lay-out-row';
import { isBrokenLabel } from './row-label';
import { labelsAndPieces } from './row-labels';
import { splitRows, type RowBand } from './split-rows';

export type LaidRow<Word extends PlacedWord> = {
  cells: LaidCell<Word>[];
  header?: boolean;
  startsPage: boolean;
  /** The row before goes on here. */
  continues: boolean;
  /** How ill its parts fit together, in lines (see `splitRows`). */
  strain: number;
  /** Index of its page, and its printed lines. */
  page: number;
  lines: PlacedLine<Word>[];
};
export type LaidTable<Word extends PlacedWord> = {
  columnCount: number;
  /** Between its columns. */
  boundaries: number[];
  rows: LaidRow<Word>[];
  /** Lines before and after the table, by page. */
  outside: { page: number; line: PlacedLine<Word> }[];
};

export type PageToLay<Word extends PlacedWord> = {
  lines: PlacedLine<Word>[];
  /** Places of rules across the whole table that part rows, where there are any. */
  separators?: number[];
};
export type LayOutHints = {
  /** Where rules may part columns; taken when there is one between each two headers. */
  ruledBoundaries?: number[];
  /** Columns stand elsewhere on each page (text laid out with blanks). */
  columnsByPage?: boolean;
};

const pageNumber = /^(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:[/-]\s*\d{1,4})?\s*[-–]?$/i;
/** Offices of those who sign below a table (Decree 30/2020/NĐ-CP, Appendix I); keys. */
const signer =
  /^(?:(?:tm|kt|tl|tuq|q) )*(?:hieu truong|pho hieu truong|chu tich|pho chu tich|thu truong|truong phong|giam doc|uy ban nhan dan|nguoi lap(?: bang| bieu)?)$/;

/** What follows a table in a document: recipients, the next annex, or an office in capitals. */
const closes = (text: string): boolean =>
  closesAnnex(text) || (text === text.toUpperCase() && signer.test(matchKey(text)));

/** Page numbers stand alone in the first or last line. */
const withoutPageNumber = <Word extends PlacedWord>(lines: PlacedLine<Word>[]): PlacedLine<Word>[] =>
  lines.filter(
    (line, index) =>
      !(
        (index === 0 || index === lines.length - 1) &&
        line.words.length <= 3 &&
        pageNumber.test(textOf(line.words))
      ),
  );

/**
 * Lays a table out again that has no rules, or rules in one direction only: columns by its heading and by the white
 * space between words, rows by the labels in the first column. null where no page has a heading.
 */
export const layOutTable = <Word extends PlacedWord>(
  input: readonly PageToLay<Word>[],
  metrics: Metrics,
  hints: LayOutHints = {},
): LaidTable<Word> | null => {
  const pages = input.map((page) => ({ ...page, lines: withoutPageNumber(page.lines) }));
  let headerPage = -1;
  let header: HeaderBand | null = null;
  for (const [index, page] of pages.entries()) {
    header = findHeader(page.lines, metrics, page.separators);
    if (header) {
      headerPage = index;
      break;
    }
  }
  if (!header) return null;
  const heading: HeaderBand = header;

  const table: LaidTable<Word> = {
    columnCount: heading.clusters.length,
    boundaries: [],
    rows: [],
    outside: [],
  };
  let ended = false;
  const bodies = pages.map((page, index) => {
    const { lines } = page;
    if (ended || index < headerPage) {
      lines.forEach((line) => table.outside.push({ page: index, line }));
      return [];
    }
    let start = index === headerPage ? heading.last + 1 : 0;
    if (index === headerPage)
      lines.slice(0, heading.first).forEach((line) => table.outside.push({ page: index, line }));
    else {
      const again = lines.slice(0, 12).findIndex((line) => heading.keys.has(matchKey(textOf(line.words))));
      if (again >= 0) start = again + repeatedHeader(lines, again, heading);
    }
    const closed = lines.findIndex(
      (line, at) => at >= start && chunksOf(line, metrics).some((chunk) => closes(textOf(chunk.words))),
    );
    if (closed < 0) return lines.slice(start);
    ended = true;
    lines.slice(closed).forEach((line) => table.outside.push({ page: index, line }));
    return lines.slice(start, closed);
  });

  const common =
    ruledBetween(heading.clusters, hints.ruledBoundaries ?? []) ??
    columnBoundaries(heading.clusters, bodies.flat());
  table.boundaries = common;
  bodies.forEach((lines, index) => {
    const boundaries = hints.columnsByPage ? columnBoundaries(heading.clusters, lines) : common;
    const addRow = (own: PlacedLine<Word>[], row: Partial<LaidRow<Word>>): void => {
      const before = table.rows.at(-1);
      const title =
        row.continues && before && isTitleRow(before.cells, table.columnCount)
          ? restOfTitle(own, boundaries, metrics)
          : null;
      table.rows.push({
        cells: title ?? layOutRow(own, boundaries, metrics, row.header === true),
        startsPage: false,
        continues: false,
        strain: 0,
        page: index,
        lines: own,
        ...row,
      });
    };
    if (index === headerPage)
      addRow(pages[index]!.lines.slice(heading.first, heading.last + 1), { header: true });

    let startsPage = index > headerPage;
    for (const band of bandsOf(lines, pages[index]!.separators ?? [])) {
      const { labels, pieces } = labelsAndPieces(band.lines, boundaries, metrics);
      const rows: RowBand[] =
        band.ruled && labels.length <= 1
          ? [{ to: Infinity, label: labels.length === 1 ? 0 : null, strain: 0 }]
          : splitRows(pieces, labels, metrics, startsPage);
      let above = -Infinity;
      for (const { to, label, strain } of rows) {
        const own = band.lines.filter((line) => line.y > above && line.y <= to);
        above = to;
        if (own.length === 0) continue;
        const cut = startsPage && takeLabelBack(table.rows.at(-1), own, boundaries);
        addRow(cut || own, {
          startsPage,
          continues: startsPage && (label === null || cut !== false),
          strain,
        });
        startsPage = false;
      }
    }
  });
  return table;
};

/**
 * "VI" at a page end and "II" at the top of the next page are one label: gives it back to the row it began in.
 * Returns the lines without it, or false where no label is broken.
 */
const takeLabelBack = <Word extends PlacedWord>(
  before: LaidRow<Word> | undefined,
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
): PlacedLine<Word>[] | false => {
  const label = before?.cells.find((cell) => cell.column === labelColumn);
  const words = lines.flatMap((line) => wordsByColumn(line, boundaries).get(labelColumn) ?? []);
  const upper = label?.lines.map(textOf).join('') ?? '';
  if (!label || words.length !== 1 || !isBrokenLabel(upper, textOf(words))) return false;
  label.lines.push(words);
  return lines.flatMap((line) => {
    const rest = line.words.filter((word) => !words.includes(word));
    return rest.length > 0 ? [lineOf(rest, line.y)] : [];
  });
};

/** One rule between each two headers, or null. */
const ruledBetween = (clusters: HeaderBand['clusters'], places: readonly number[]): number[] | null => {
  const found = clusters.slice(1).map((right, index) => {
    const left = clusters[index]!;
    return places.filter((place) => place > (left.x0 + left.x1) / 2 && place < (right.x0 + right.x1) / 2);
  });
  return found.every((between) => between.length === 1) ? found.flat() : null;
};

/** The lines of a body between the rules that part its rows; all of them where there are no rules. */
const bandsOf = <Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  separators: readonly number[],
): { lines: PlacedLine<Word>[]; ruled: boolean }[] => {
  const bands: { lines: PlacedLine<Word>[]; ruled: boolean }[] = [];
  let from = -Infinity;
  for (const to of [...[...separators].sort((a, b) => a - b), Infinity]) {
    const own = lines.filter((line) => line.y > from && line.y <= to);
    if (own.length > 0) bands.push({ lines: own, ruled: separators.length > 0 });
    from = to;
  }
  return bands;
};
