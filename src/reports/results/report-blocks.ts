import { fillTemplate } from '../../i18n/fill-template';
import type { IsoDate } from '../../shared/dates';
import { createAgencyPart } from '../agency-part';
import { formatLongDate } from '../document-reference';
import { AUTHORITY_REPORT_COLUMNS } from '../labels/authority-report-labels';
import { DOCUMENT_LABELS } from '../labels/document-labels';
import {
  REPORT_ARCHIVE,
  REPORT_COLUMNS,
  REPORT_LABELS,
  REPORT_PLACEHOLDERS,
  REPORT_RECIPIENT,
} from '../labels/report-labels';
import type { DocumentBlock, DocumentColumn, DocumentTableRow } from '../print-document';

const COLUMN_HEADERS = { ...REPORT_COLUMNS, ...AUTHORITY_REPORT_COLUMNS };
type ReportColumnId = keyof typeof COLUMN_HEADERS;

export const createHeadingBlock = (level: 1 | 2, text: string): DocumentBlock => ({
  kind: 'heading',
  level,
  text,
});
export const createParagraphBlock = (text: string): DocumentBlock => ({
  kind: 'paragraph',
  runs: [{ text }],
});
/** Creates a gap: text that only the office can write. */
export const createGapBlock = (text: string): DocumentBlock => ({
  kind: 'paragraph',
  runs: [{ text, gap: true }],
});

export type ReportCells = Partial<Record<ReportColumnId, string>>;
export type ReportColumnSpec = readonly [id: ReportColumnId, weight: number, align?: 'center'];

/** Creates a table of these columns, or a sentence in its place if there is no line. */
export function createTableBlock(
  plan: readonly ReportColumnSpec[],
  lines: readonly ReportCells[],
): DocumentBlock {
  return lines.length === 0
    ? createParagraphBlock(REPORT_LABELS.none)
    : {
        kind: 'table',
        columns: plan.map(([id, weight, align]): DocumentColumn => ({
          header: COLUMN_HEADERS[id],
          weight,
          ...(align && { align }),
        })),
        rows: lines.map((cells): DocumentTableRow => ({
          kind: 'cells',
          cells: plan.map(([id]) => cells[id] ?? ''),
        })),
      };
}

/** Creates the head of a report: letterhead, its type and its subject. */
export function createReportHead(head: {
  type: string;
  subject: string;
  superior: string;
  agency: string;
  on: IsoDate;
}): DocumentBlock[] {
  return [
    {
      kind: 'letterhead',
      superior: head.superior.toLocaleUpperCase('vi'),
      ...createAgencyPart(head.agency),
      nationalTitle: DOCUMENT_LABELS.nationalTitle,
      motto: DOCUMENT_LABELS.motto,
      number: REPORT_LABELS.number,
      placeAndDate: fillTemplate(REPORT_LABELS.place, { date: formatLongDate(head.on) }),
    },
    { kind: 'line', role: 'title', text: head.type },
    { kind: 'line', role: 'subject', text: head.subject, rule: true },
  ];
}

/** Creates the table of counts: number, name, amount. */
export function createCountTable(lines: readonly ReportCells[]): DocumentBlock {
  return createTableBlock(
    [
      ['order', 40, 'center'],
      ['figure', 330],
      ['amount', 90, 'center'],
    ],
    lines,
  );
}

/** Creates recipients, the archive among them, and the gaps for the signatory. */
export function createReportClosing(recipients: readonly string[]): DocumentBlock {
  return {
    kind: 'closing',
    recipients: [
      ...(recipients.length > 0
        ? recipients.map((name) => fillTemplate(REPORT_RECIPIENT, { name }))
        : [REPORT_PLACEHOLDERS.recipient]),
      REPORT_ARCHIVE,
    ],
    signature: [
      { text: REPORT_PLACEHOLDERS.position, gap: true },
      { text: '' },
      { text: '' },
      { text: REPORT_PLACEHOLDERS.signature, gap: true },
    ],
  };
}
