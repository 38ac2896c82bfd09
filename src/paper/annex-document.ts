import type { AnnexPaper, PaperColumnId } from './annex-paper';
import type { Block, PaperDocument, TableRow } from './paper-document';
import type { PaperSettings } from './paper-settings';

/** How wide the columns of the annex are to each other, on the sheet as in Word. */
export const ANNEX_WEIGHTS = {
  tt: 32,
  content: 252,
  leadUnit: 98,
  coordinatingUnit: 124,
  product: 98,
  timing: 100,
  note: 70,
} satisfies Record<PaperColumnId, number>;

/** The annex as a document of its own: A4 across, one table. */
export function annexDocument({ head, columns, rows }: AnnexPaper, settings: PaperSettings): PaperDocument {
  const { superior, agency, nationalTitle, motto } = head;
  const hasLetterhead = [superior, agency, nationalTitle].some((text) => text !== '');
  const blocks: Block[] = [
    ...(hasLetterhead
      ? [
          {
            kind: 'letterhead',
            superior,
            agency,
            nationalTitle,
            motto,
            number: '',
            placeAndDate: '',
          } satisfies Block,
        ]
      : []),
    { kind: 'line', role: 'label', text: head.label },
    { kind: 'line', role: 'title', text: head.title },
    { kind: 'line', role: 'reference', text: head.reference },
    {
      kind: 'table',
      columns: columns.map(({ id, header }) => ({
        header,
        weight: ANNEX_WEIGHTS[id],
        ...(id === 'tt' && { align: 'center' as const }),
      })),
      rows: rows.map((row): TableRow =>
        row.kind === 'section' ? { kind: 'across', text: row.text } : { kind: 'cells', cells: row.cells },
      ),
    },
  ];
  return {
    title: head.title,
    author: agency,
    language: 'vi-VN',
    orientation: 'landscape',
    settings,
    blocks,
  };
}
