import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { createUncertainRowWarnings } from '../../readers/create-uncertain-row-warnings';
import { countMappedCodes, MAX_DOCUMENT_CODES, MAX_MAP_CODES } from '../../readers/pdf/count-mapped-codes';
import { hasImpossibleSamples } from '../../readers/pdf/has-impossible-samples';
import { loadPdfLibrary, type PdfLibrary } from '../../readers/pdf/load-pdf-library';
import { MAX_DOCUMENT_GLYPHS, PageTooLargeError } from '../../readers/pdf/page-limits';
import { PdfDecoderFactory } from '../../readers/pdf/pdf-decoder-factory';
import { type PdfPage, readPdfPage } from '../../readers/pdf/read-pdf-page';
import type { RawBlock, RawDocument } from '../../readers/raw-document';
import { createNoteMarkWarning, findNote } from '../../readers/report-note-marks';
import { isProgramFault } from '../../shared/faults';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import type { ReadProgress } from '../read-progress';
import { buildDocumentBlocks } from './build-document-blocks';

type PdfReadOptions = ReadProgress & {
  /** Where pdf.js comes from; bundlers and tests may bring their own. */
  library?: () => Promise<PdfLibrary>;
};

const MAX_PDF_PAGES = 200;

/** Nothing is fetched or drawn: only the positions of text, rules and pictures are needed. */
const PDF_SETTINGS = {
  isEvalSupported: false,
  useWasm: true,
  // Any name: the factory knows the decoders by theirs.
  wasmUrl: 'decoders/',
  BinaryDataFactory: PdfDecoderFactory,
  useWorkerFetch: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  verbosity: 0,
} as const;

/**
 * Returns true if a file is cut short: it has no end mark, or only that of an earlier version far before its
 * end.
 */
function isTruncated(bytes: Uint8Array): boolean {
  const mark = [...'%%EOF'].map((letter) => letter.charCodeAt(0));
  const latest = 4096;
  for (let at = bytes.length - mark.length; at >= 0 && at >= bytes.length - latest; at--)
    if (mark.every((code, index) => bytes[at + index] === code)) return false;
  return true;
}

async function openPdf(task: PDFDocumentLoadingTask, file: string): Promise<Result<PDFDocumentProxy>> {
  try {
    return ok(await task.promise);
  } catch (reason) {
    if (isProgramFault(reason)) throw reason;
    const locked = reason instanceof Error && reason.name === 'PasswordException';
    return err(locked ? 'encrypted' : 'pdf-damaged', { file });
  }
}

/**
 * Reads a PDF that has text: its tables by their rules or, where these are missing, by the white space between
 * columns; what stands around them as paragraphs. Works without a DOM, in a worker or in Node.
 *
 * Problems: encrypted (needs a password to open), pdf-damaged (cut short, not readable, a picture with more bits a pixel
 * than any has, or a font whose map of letters is damaged or has more codes than Unicode), too-many-pages, file-too-large (a page draws more than a page can show), scanned
 * (pictures of pages without text), pdf-text-unreadable (its fonts do not tell their letters).
 * Warnings: pages-without-text, columns-guessed (no rules; every row has a `confidence`),
 * row-unsure, struck-text, note-marks.
 * @throws for an error of the program, which is not the file's
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  options: PdfReadOptions = {},
): Promise<Result<RawDocument>> {
  options.signal?.throwIfAborted();
  if (isTruncated(bytes) || hasImpossibleSamples(bytes)) return err('pdf-damaged', { file });
  const codes = countMappedCodes(bytes);
  if (codes.isDamaged || codes.largest > MAX_MAP_CODES) return err('pdf-damaged', { file });
  if (codes.total > MAX_DOCUMENT_CODES) return err('file-too-large', { file });
  const library = await (options.library ?? loadPdfLibrary)();
  // pdf.js takes the buffer over; the caller's must stay.
  const task = library.getDocument({ ...PDF_SETTINGS, data: bytes.slice() });
  try {
    const opened = await openPdf(task, file);
    if (!opened.ok) return opened;
    const total = opened.value.numPages;
    if (total > MAX_PDF_PAGES) return err('too-many-pages', { file }, { pages: total, limit: MAX_PDF_PAGES });
    const pages: PdfPage[] = [];
    let glyphs = 0;
    for (let number = 1; number <= total; number++) {
      const page = await opened.value.getPage(number);
      const read = await readPdfPage(page, library);
      pages.push(read);
      glyphs += read.content.glyphs.length;
      if (glyphs > MAX_DOCUMENT_GLYPHS) throw new PageTooLargeError();
      page.cleanup();
      options.onPage?.(number, total);
      options.signal?.throwIfAborted();
    }
    return buildPdfDocument(pages, file);
  } catch (reason) {
    if (options.signal?.aborted || isProgramFault(reason)) throw reason;
    return err(reason instanceof PageTooLargeError ? 'file-too-large' : 'pdf-damaged', { file });
  } finally {
    await task.destroy();
  }
}

function buildPdfDocument(pages: readonly PdfPage[], file: string): Result<RawDocument> {
  const sum = (count: (page: PdfPage) => number): number =>
    pages.reduce((total, page) => total + count(page), 0);
  const letters = sum(({ content }) => content.glyphs.length);
  const unreadable = sum(({ content }) => content.unreadable);
  if (unreadable > 0.2 * (letters + unreadable)) return err('pdf-text-unreadable', { file });
  const pictures = sum(({ content }) => content.images.length);
  if (letters === 0 && pictures > 0) return err('scanned', { file }, { pages: pages.length });
  const wordless = pages.filter(({ content }) => content.glyphs.length === 0 && content.images.length > 0);
  const { blocks, guessed } = buildDocumentBlocks(pages, file);
  return ok({
    source: 'pdf',
    file,
    blocks,
    warnings: [
      ...pages
        .filter(({ struck }) => struck.length > 0)
        .map(({ number, struck }) =>
          warning('struck-text', { file, page: number }, { words: struck.join(' … ') }),
        ),
      ...createNoteMarkWarnings(pages, blocks, file),
      ...pages
        .filter(({ stamps }) => stamps.length > 0)
        .map(({ number, stamps }) =>
          warning('stamp-text', { file, page: number }, { words: stamps.join(' … ') }),
        ),
      ...pages
        .filter(({ undecoded }) => undecoded > 0)
        .map(({ number }) => warning('picture-unreadable', { file, page: number })),
      ...(guessed ? [warning('columns-guessed', { file })] : []),
      ...blocks.flatMap((block) => (block.kind === 'table' ? createUncertainRowWarnings(block) : [])),
      ...(wordless.length > 0
        ? [
            warning(
              'pages-without-text',
              { file, page: wordless[0]!.number },
              { pages: wordless.map(({ number }) => number).join(', ') },
            ),
          ]
        : []),
    ],
  });
}

/** One warning for all marks of notes, at the first; the note stands below the table, often at the page's end. */
function createNoteMarkWarnings(
  pages: readonly PdfPage[],
  blocks: readonly RawBlock[],
  file: string,
): Problem[] {
  const page = pages.find(({ noteMarks }) => noteMarks.length > 0);
  const mark = page?.noteMarks[0];
  if (!page || !mark) return [];
  const count = pages.reduce((sum, { noteMarks }) => sum + noteMarks.length, 0);
  return [
    createNoteMarkWarning(mark, { file, page: page.number }, count, findNote(blocks, { mark, block: 0 })),
  ];
}
