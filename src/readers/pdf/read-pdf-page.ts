import type { PDFPageProxy } from 'pdfjs-dist';
import type { NoteMark } from '../raw-document';
import { toBitmap } from './bitmap';
import { deskewPage } from './deskew-page';
import { findLattices, type Lattice } from './find-lattices';
import { findScannedRules, type Stroke } from './find-scanned-rules';
import { applyMatrix, getBoundingBox, type Matrix, type Rules } from './geometry';
import { joinAccents } from './join-accents';
import { joinRules } from './join-rules';
import type { PdfLibrary } from './load-pdf-library';
import { normalizeHiddenWords } from './normalize-hidden-words';
import { MAX_PAGE_OPERATORS, PageTooLargeError } from './page-limits';
import { readFormFields } from './read-form-fields';
import {
  type FontInfo,
  type PageContent,
  type PageImage,
  type RawImage,
  readPageContent,
} from './read-page-content';
import { removeNoteMarks } from './remove-note-marks';
import { removeStampText } from './remove-stamp-text';
import { removeStruckText } from './remove-struck-text';
import { rotatePageUpright } from './rotate-page-upright';

/** What stands where on a page. */
export type PdfPage = {
  number: number;
  content: PageContent;
  rules: Rules;
  lattices: Lattice[];
  /** Lines of words that were crossed out and are no longer in the content. */
  struck: string[];
  /** Marks of notes that are no longer in the content, from top to bottom. */
  noteMarks: NoteMark[];
  /** Lines of coloured stamps that are no longer in the content. */
  stamps: string[];
  /** Number of pictures of the page itself that could not be decoded: their rules are unknown. */
  undecoded: number;
};

/** A picture this much of the page is the page, scanned. */
const MIN_SCAN_RATIO = 0.25;
/** Pictures are decoded while the operator list is read; a damaged one may never arrive. */
const IMAGE_TIMEOUT_MS = 5000;

function loadImage(page: PDFPageProxy, source: PageImage['source']): Promise<RawImage | null> {
  if (typeof source !== 'string') return Promise.resolve(source);
  const objects = source.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), IMAGE_TIMEOUT_MS);
    objects.get(source, (image: unknown) => {
      clearTimeout(timer);
      resolve(image as RawImage | null);
    });
  });
}

function getPageRatio({ matrix }: PageImage, { width, height }: PageContent): number {
  const corners = [
    applyMatrix(matrix, 0, 0),
    applyMatrix(matrix, 1, 0),
    applyMatrix(matrix, 0, 1),
    applyMatrix(matrix, 1, 1),
  ];
  const { x0, y0, x1, y1 } = getBoundingBox(corners);
  return ((x1 - x0) * (y1 - y0)) / (width * height);
}

const hasColumns = (lattices: readonly Lattice[]): boolean => lattices.some(({ xs }) => xs.length > 3);

/** Adds the rules in the pictures of a page: for scans with a text layer. */
async function addScannedRules(
  page: PDFPageProxy,
  content: PageContent,
): Promise<{ content: PageContent; undecoded: number }> {
  let undecoded = 0;
  const strokes: { horizontal: Stroke[]; vertical: Stroke[] } = { horizontal: [], vertical: [] };
  for (const image of content.images.filter((one) => getPageRatio(one, content) >= MIN_SCAN_RATIO)) {
    const raw = await loadImage(page, image.source);
    const bitmap = raw && toBitmap(raw);
    if (!bitmap) {
      undecoded++;
      continue;
    }
    const found = findScannedRules(bitmap, image.matrix);
    for (const stroke of found.horizontal) strokes.horizontal.push(stroke);
    for (const stroke of found.vertical) strokes.vertical.push(stroke);
  }
  return { content: normalizeHiddenWords(deskewPage(content, strokes)), undecoded };
}

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** A list that pdf.js is making, and who learns that it has grown; it has no limit of its own. */
type ListState = {
  operatorList?: { fnArray: unknown[] };
  renderTasks?: Set<{ operatorListChanged: () => void }>;
  streamReader?: { cancel: (reason: Error) => unknown } | null;
};

/** Gets the operators of a page, whose number is watched while they are made: forms may draw forms. */
async function getOperators(page: PDFPageProxy): Promise<OperatorList> {
  const list = page.getOperatorList({ annotationMode: 0 });
  const states = [...((page as { _intentStates?: Map<unknown, ListState> })._intentStates?.values() ?? [])];
  const endings: (() => void)[] = [];
  const excess = new Promise<never>((_, reject) => {
    for (const state of states) {
      const watch = {
        operatorListChanged: (): void => {
          if ((state.operatorList?.fnArray.length ?? 0) <= MAX_PAGE_OPERATORS) return;
          void state.streamReader?.cancel(new PageTooLargeError());
          reject(new PageTooLargeError());
        },
      };
      state.renderTasks?.add(watch);
      endings.push(() => state.renderTasks?.delete(watch));
    }
  });
  try {
    return await Promise.race([list, excess]);
  } finally {
    for (const end of endings) end();
  }
}

/**
 * Reads a page: characters, rules (drawn, or scanned with the page), and the tables that rules make.
 *
 * @throws PageTooLargeError for a page that draws more than a page can show
 */
export async function readPdfPage(page: PDFPageProxy, library: PdfLibrary): Promise<PdfPage> {
  const list = await getOperators(page);
  const viewport = page.getViewport({ scale: 1 });
  const getFont = (name: string): FontInfo | null =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontInfo) : null;
  const written = readPageContent(list, library.OPS, getFont, {
    width: viewport.width,
    height: viewport.height,
    toPage: viewport.transform as unknown as Matrix,
  });
  const glyphs = [...written.glyphs, ...(await readFormFields(page, viewport))];
  const upright = rotatePageUpright({ ...written, glyphs });
  const noted = removeNoteMarks({ ...upright, glyphs: joinAccents(upright.glyphs) });
  const standing = removeStruckText(noted.content);
  const { struck } = standing;
  const { noteMarks } = noted;
  const { content, stamps } = removeStampText(standing.content);
  const drawn = joinRules(content.rules);
  const lattices = findLattices(drawn);
  if (hasColumns(lattices) || content.images.length === 0 || content.glyphs.length === 0)
    return {
      number: page.pageNumber,
      content,
      rules: drawn,
      lattices,
      struck,
      noteMarks,
      stamps,
      undecoded: 0,
    };
  const scanned = await addScannedRules(page, content);
  const rules = joinRules(scanned.content.rules);
  return {
    number: page.pageNumber,
    ...scanned,
    rules,
    lattices: findLattices(rules),
    struck,
    noteMarks,
    stamps,
  };
}
