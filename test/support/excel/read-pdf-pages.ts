import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of letters as it is printed: points from the page's left and top edge to its start and baseline. */
export type PrintedText = { text: string; x: number; y: number; width: number; size: number };
export type PrintedPage = { width: number; height: number; texts: PrintedText[] };

/** What is printed on each page of a PDF, measured. */
export async function readPdfPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): PrintedText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as number[];
      return [{ text: item.str, x: x ?? 0, y: height - (y ?? 0), width: item.width, size: size ?? 0 }];
    });
    pages.push({ width, height, texts });
  }
  await document.destroy();
  return pages;
}

/** Letters of all pages without blanks, for comparing with what should be printed whatever the line breaks. */
export function joinLetters(texts: readonly string[]): string {
  return texts.join('').replace(/\s/g, '').normalize('NFC');
}
