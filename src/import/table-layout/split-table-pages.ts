import {
  joinWords,
  type PlacedLine,
  type PlacedWord,
  splitIntoChunks,
  type TextMetrics,
} from '../../readers/placed-text';
import { toMatchKey } from '../../shared/text';
import { isAnnexEnd } from '../assemble/row-kinds';
import {
  countRepeatedHeaderLines,
  findHeaderBand,
  getRepeatedClusters,
  type HeaderBand,
} from './find-header-band';

export type LayoutPage<Word extends PlacedWord> = {
  lines: PlacedLine<Word>[];
  /** Places of rules across the whole table that part rows, where there are any. */
  separators?: number[];
};

/** What a page holds of the table. */
export type TablePagePart<Word extends PlacedWord> = {
  /** Index of the page. */
  page: number;
  /** Where the headers stand on this page. */
  clusters: HeaderBand['clusters'];
  lines: PlacedLine<Word>[];
};

type TablePageParts<Word extends PlacedWord> = {
  heading: HeaderBand;
  headingLines: PlacedLine<Word>[];
  parts: TablePagePart<Word>[];
  /** Lines before and after the table. */
  outside: { page: number; line: PlacedLine<Word> }[];
};

const PAGE_NUMBER = /^(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:[/-]\s*\d{1,4})?\s*[-–]?$/i;
function isPageNumberLine(line: PlacedLine): boolean {
  return line.words.length <= 3 && PAGE_NUMBER.test(joinWords(line.words));
}

/** Offices of those who sign below a table (Decree 30/2020/NĐ-CP, Appendix I); keys. */
const SIGNER =
  /^(?:(?:tm|kt|tl|tuq|q) )*(?:hieu truong|pho hieu truong|chu tich|pho chu tich|thu truong|truong phong|giam doc|uy ban nhan dan|nguoi lap(?: bang| bieu)?)$/;

/**
 * Returns true for what follows a table in a document: recipients, the next annex, or an office in capitals.
 */
function isTableEnd(text: string): boolean {
  return isAnnexEnd(text) || (text === text.toUpperCase() && SIGNER.test(toMatchKey(text)));
}

/**
 * Finds the table's heading and, page by page, the lines of its body: without page numbers and repeated headings.
 * Where a heading is printed again in the middle of a text, a page began there.
 *
 * @returns null if there is no heading
 */
export function splitTablePages<Word extends PlacedWord>(
  pages: readonly LayoutPage<Word>[],
  metrics: TextMetrics,
): TablePageParts<Word> | null {
  const found = pages
    .map(({ lines, separators }, page) => ({ page, heading: findHeaderBand(lines, metrics, separators) }))
    .find(({ heading }) => heading !== null);
  if (!found?.heading) return null;
  const { heading } = found;
  const result: TablePageParts<Word> = {
    heading,
    headingLines: pages[found.page]!.lines.slice(heading.first, heading.last + 1),
    parts: [],
    outside: [],
  };
  let ended = false;
  pages.forEach(({ lines }, page) => {
    let part: TablePagePart<Word> = { page, clusters: heading.clusters, lines: [] };
    const atEdge = (index: number): boolean =>
      index === 0 || index === lines.length - 1 || countRepeatedHeaderLines(lines, index + 1, heading) > 0;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!;
      const before = page < found.page || (page === found.page && index < heading.first);
      if (isPageNumberLine(line) && atEdge(index)) continue;
      if (!before && !ended)
        ended = splitIntoChunks(line, metrics).some((chunk) => isTableEnd(joinWords(chunk.words)));
      if (before || ended) {
        result.outside.push({ page, line });
        continue;
      }
      const again = countRepeatedHeaderLines(lines, index, heading);
      if (again === 0) {
        part.lines.push(line);
        continue;
      }
      if (part.lines.length > 0) result.parts.push(part);
      part = {
        page,
        clusters: getRepeatedClusters(lines.slice(index, index + again), metrics, heading),
        lines: [],
      };
      index += again - 1;
    }
    if (part.lines.length > 0) result.parts.push(part);
  });
  return result;
}
