import type { PDFPageProxy } from 'pdfjs-dist';
import { bitmapOf } from './bitmap';
import type { ReadPage } from './document-blocks';
import { boxOf, apply, type Matrix } from './geometry';
import { withHiddenWords } from './hidden-words';
import { findLattices, type Lattice } from './lattice';
import {
  readPageContent,
  type FontFacts,
  type PageContent,
  type PageImage,
  type RawImage,
} from './page-content';
import type { PdfLibrary } from './port';
import { joinRules } from './rules';
import { scannedRules, type Stroke } from './scanned-rules';
import { straighten } from './straighten';
import { withoutStruckText } from './struck-text';
import { uprightPage } from './upright';

/** A picture this much of the page is the page, scanned. */
const scanPart = 0.25;
/** Pictures are decoded beside the operator list; a damaged one may never come. */
const longestWait = 5000;

function imageOf(page: PDFPageProxy, source: PageImage['source']): Promise<RawImage | null> {
  if (typeof source !== 'string') return Promise.resolve(source);
  const objects = source.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), longestWait);
    objects.get(source, (image: unknown) => {
      clearTimeout(timer);
      resolve(image as RawImage | null);
    });
  });
}

function partOfPage({ matrix }: PageImage, { width, height }: PageContent): number {
  const corners = [apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)];
  const { x0, y0, x1, y1 } = boxOf(corners);
  return ((x1 - x0) * (y1 - y0)) / (width * height);
}

const showsColumns = (lattices: readonly Lattice[]): boolean => lattices.some(({ xs }) => xs.length > 3);

/** The page with the rules that stand in its pictures: for scans with a text layer. */
async function withScannedRules(page: PDFPageProxy, content: PageContent): Promise<PageContent> {
  const strokes: { horizontal: Stroke[]; vertical: Stroke[] } = { horizontal: [], vertical: [] };
  for (const image of content.images.filter((one) => partOfPage(one, content) >= scanPart)) {
    const raw = await imageOf(page, image.source);
    const bitmap = raw && bitmapOf(raw);
    if (!bitmap) continue;
    const found = scannedRules(bitmap, image.matrix);
    strokes.horizontal.push(...found.horizontal);
    strokes.vertical.push(...found.vertical);
  }
  return withHiddenWords(straighten(content, strokes));
}

/** What is where on a page: characters, rules (drawn, or scanned with the page), tables that rules make. */
export async function readPage(page: PDFPageProxy, library: PdfLibrary): Promise<ReadPage> {
  const list = await page.getOperatorList({ annotationMode: 0 });
  const viewport = page.getViewport({ scale: 1 });
  const fontOf = (name: string): FontFacts | null =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontFacts) : null;
  const { content, struck } = withoutStruckText(
    uprightPage(
      readPageContent(list, library.OPS, fontOf, {
        width: viewport.width,
        height: viewport.height,
        toPage: viewport.transform as unknown as Matrix,
      }),
    ),
  );
  const drawn = joinRules(content.rules);
  const lattices = findLattices(drawn);
  if (showsColumns(lattices) || content.images.length === 0 || content.glyphs.length === 0)
    return { number: page.pageNumber, content, rules: drawn, lattices, struck };
  const scanned = await withScannedRules(page, content);
  const rules = joinRules(scanned.rules);
  return { number: page.pageNumber, content: scanned, rules, lattices: findLattices(rules), struck };
}
