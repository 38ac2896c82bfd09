import { DEFAULT_PRINT_LAYOUT, printSamplePages } from '../documents/print-sample-pages';
import { writePdf } from '../documents/write-pdf';
import { formatCoordinatingCell, type SampleEdition } from './plan-2026';
import { formatReference, formatSectionNumber, PRINTED_HEADERS } from './printed-texts';

/** The annex as a printed file: rows that go on over the page end, no second signature page. */
export function createPdfSample(edition: SampleEdition): Uint8Array {
  const rows = edition.sections.flatMap(({ title, tasks }, index) => [
    [formatSectionNumber(index), title],
    ...tasks.map((task, at) => [
      String(at + 1),
      task.content,
      task.lead,
      formatCoordinatingCell(task.mark),
      task.product,
      task.timing,
    ]),
  ]);
  const lines = [
    { x: 390, y: 42, size: 14, text: 'PHỤ LỤC' },
    ...edition.title.map((text, at) => ({ x: 180, y: 58 + 15 * at, size: 13, text })),
    { x: 120, y: 90, size: 12, text: formatReference(edition) },
  ];
  // Plain streams: what compresses them differs between machines.
  return writePdf(
    printSamplePages(DEFAULT_PRINT_LAYOUT, rows, { headers: PRINTED_HEADERS, lines }),
    'TimesNewRomanPSMT',
    false,
  );
}
