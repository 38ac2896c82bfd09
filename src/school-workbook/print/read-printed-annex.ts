import { DOCUMENT_HEADERS, PRINT_COLUMNS } from '../../reports/labels/document-labels';
import { type PrintedAnnex, type PrintedRow } from '../../reports/printed-annex';
import type { PrintSnapshot } from '../snapshot';
import { HEAD_HEIGHT, HEAD_ROWS, isRule } from './print-head';

/**
 * Reads the annex as its sheet shows it now, with manual changes: undo leads back to it. Texts outside the head and
 * the table are not included.
 */
export function readPrintedAnnex({ values, top, left, rows, columns }: PrintSnapshot): PrintedAnnex {
  const text = (row: number, column: number): string => String(values[row]?.[column] ?? '');
  const line = (row: number): string[] =>
    Array.from({ length: columns }, (_, column) => text(row, left + column));
  const head = (row: number, half: 'left' | 'right'): string => {
    const cells = line(top - HEAD_HEIGHT + row);
    const own = half === 'left' ? cells.slice(0, 1) : cells.slice(1);
    return own.find((cell) => cell !== '' && !isRule(cell)) ?? '';
  };
  const headers = line(top);
  const ids = headers.map((header, at) => {
    const known = PRINT_COLUMNS.find((id) => DOCUMENT_HEADERS[id] === header);
    return known ?? PRINT_COLUMNS[at] ?? 'note';
  });
  return {
    head: {
      superior: head(HEAD_ROWS.agencies, 'left'),
      agency: head(HEAD_ROWS.names, 'left'),
      nationalTitle: head(HEAD_ROWS.agencies, 'right'),
      motto: head(HEAD_ROWS.names, 'right'),
      label: head(HEAD_ROWS.label, 'left'),
      title: head(HEAD_ROWS.title, 'left'),
      reference: head(HEAD_ROWS.reference, 'left'),
    },
    columns: headers.map((header, at) => ({ id: ids[at]!, header })),
    rows: Array.from({ length: rows - 1 }, (_, index): PrintedRow => {
      const cells = line(top + 1 + index);
      const isSection = (cells[0] ?? '') !== '' && cells.slice(1).every((cell) => cell === '');
      return isSection ? { kind: 'section', text: cells[0] ?? '' } : { kind: 'task', cells };
    }),
  };
}
