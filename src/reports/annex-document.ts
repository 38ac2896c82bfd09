import { createAgencyPart } from './agency-part';
import type { PrintColumnId } from './labels/document-labels';
import type { DocumentBlock, DocumentTableRow, PrintDocument } from './print-document';
import type { PrintSettings } from './print-settings';
import type { PrintedAnnex } from './printed-annex';

/** How wide the columns of the annex are to each other, on the sheet as in Word. */
export const ANNEX_COLUMN_WEIGHTS = {
  tt: 32,
  content: 252,
  leadUnit: 98,
  coordinatingUnit: 124,
  product: 98,
  timing: 100,
  note: 70,
} satisfies Record<PrintColumnId, number>;

/** Builds the annex as a document of its own: A4 landscape, one table. */
export function buildAnnexDocument(
  { head, columns, rows }: PrintedAnnex,
  settings: PrintSettings,
): PrintDocument {
  const { superior, agency, nationalTitle, motto } = head;
  const blocks: DocumentBlock[] = [
    {
      kind: 'letterhead',
      superior,
      ...createAgencyPart(agency),
      nationalTitle,
      motto,
      number: '',
      placeAndDate: '',
    },
    { kind: 'line', role: 'label', text: head.label },
    { kind: 'line', role: 'title', text: head.title },
    { kind: 'line', role: 'reference', text: head.reference },
    {
      kind: 'table',
      columns: columns.map(({ id, header }) => ({
        header,
        weight: ANNEX_COLUMN_WEIGHTS[id],
        ...(id === 'tt' && { align: 'center' as const }),
      })),
      rows: rows.map((row): DocumentTableRow =>
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
