import { authorityColumns } from '../../locales/authority-report-words';
import { reportColumns, reportWords } from '../../locales/report-words';
import type { Block, Column, TableRow } from '../paper-document';

const headers = { ...reportColumns, ...authorityColumns };
type ColumnId = keyof typeof headers;

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
/** What only the office can say. */
export const gap = (text: string): Block => ({ kind: 'paragraph', runs: [{ text, gap: true }] });

export type Cells = Partial<Record<ColumnId, string>>;
export type ColumnPlan = readonly [id: ColumnId, weight: number, align?: 'center'];

/** A table of these columns; words in its place where it has no line. */
export function table(plan: readonly ColumnPlan[], lines: readonly Cells[]): Block {
  return lines.length === 0
    ? paragraph(reportWords.none)
    : {
        kind: 'table',
        columns: plan.map(([id, weight, align]): Column => ({
          header: headers[id],
          weight,
          ...(align && { align }),
        })),
        rows: lines.map((cells): TableRow => ({ kind: 'cells', cells: plan.map(([id]) => cells[id] ?? '') })),
      };
}
