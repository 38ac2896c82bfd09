import type * as PdfJs from 'pdfjs-dist';

/**
 * pdf.js as this reader uses it. Its version is pinned exactly: the arguments of the drawing operators change
 * between major versions (a golden test guards them).
 */
export type PdfLibrary = Pick<typeof PdfJs, 'getDocument' | 'OPS'>;

/**
 * Loads pdf.js together with its worker's code into the current thread: documents are read in a worker already, so a
 * second one would only copy every page, and no script has to be fetched by address.
 */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const library: PdfLibrary = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Found by pdf.js as globalThis.pdfjsWorker.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return library;
}
