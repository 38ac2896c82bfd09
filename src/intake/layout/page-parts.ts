import { matchKey } from '../../annex/text';
import { closesAnnex } from '../assemble/row-kinds';
import { clustersAgain, findHeader, repeatedHeader, type HeaderBand } from './header-band';
import { chunksOf, textOf, type Metrics, type PlacedLine, type PlacedWord } from './placed-text';

export type PageToLay<Word extends PlacedWord> = {
  lines: PlacedLine<Word>[];
  /** Places of rules across the whole table that part rows, where there are any. */
  separators?: number[];
};

/** What a page holds of the table. */
export type PagePart<Word extends PlacedWord> = {
  /** Index of the page. */
  page: number;
  /** Where the headers stand on this page. */
  clusters: HeaderBand['clusters'];
  lines: PlacedLine<Word>[];
};

export type PageParts<Word extends PlacedWord> = {
  heading: HeaderBand;
  headingLines: PlacedLine<Word>[];
  parts: PagePart<Word>[];
  /** Lines before and after the table. */
  outside: { page: number; line: PlacedLine<Word> }[];
};

const pageNumber = /^(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:[/-]\s*\d{1,4})?\s*[-–]?$/i;
function isPageNumber(line: PlacedLine): boolean {
  return line.words.length <= 3 && pageNumber.test(textOf(line.words));
}

/** Offices of those who sign below a table (Decree 30/2020/NĐ-CP, Appendix I); keys. */
const signer =
  /^(?:(?:tm|kt|tl|tuq|q) )*(?:hieu truong|pho hieu truong|chu tich|pho chu tich|thu truong|truong phong|giam doc|uy ban nhan dan|nguoi lap(?: bang| bieu)?)$/;

/** What follows a table in a document: recipients, the next annex, or an office in capitals. */
function closes(text: string): boolean {
  return closesAnnex(text) || (text === text.toUpperCase() && signer.test(matchKey(text)));
}

/**
 * Finds the table's heading and, page by page, the lines of its body: without page numbers and repeated headings.
 * Where a heading is printed again in the middle of a text, a page began there. null where there is no heading.
 */
export function partPages<Word extends PlacedWord>(
  pages: readonly PageToLay<Word>[],
  metrics: Metrics,
): PageParts<Word> | null {
  const found = pages
    .map(({ lines, separators }, page) => ({ page, heading: findHeader(lines, metrics, separators) }))
    .find(({ heading }) => heading !== null);
  if (!found?.heading) return null;
  const { heading } = found;
  const result: PageParts<Word> = {
    heading,
    headingLines: pages[found.page]!.lines.slice(heading.first, heading.last + 1),
    parts: [],
    outside: [],
  };
  let ended = false;
  pages.forEach(({ lines }, page) => {
    let part: PagePart<Word> = { page, clusters: heading.clusters, lines: [] };
    const atEdge = (index: number): boolean =>
      index === 0 || index === lines.length - 1 || repeatedHeader(lines, index + 1, heading) > 0;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!;
      const before = page < found.page || (page === found.page && index < heading.first);
      if (isPageNumber(line) && atEdge(index)) continue;
      if (!before && !ended) ended = chunksOf(line, metrics).some((chunk) => closes(textOf(chunk.words)));
      if (before || ended) {
        result.outside.push({ page, line });
        continue;
      }
      const again = repeatedHeader(lines, index, heading);
      if (again === 0) {
        part.lines.push(line);
        continue;
      }
      if (part.lines.length > 0) result.parts.push(part);
      part = {
        page,
        clusters: clustersAgain(lines.slice(index, index + again), metrics, heading),
        lines: [],
      };
      index += again - 1;
    }
    if (part.lines.length > 0) result.parts.push(part);
  });
  return result;
}
