import { AUTHORITY_REPORT_COLUMNS } from '../labels/authority-report-labels';
import { REPORT_COLUMNS, REPORT_LABELS } from '../labels/report-labels';
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
