import type {
  RawBlock,
  RawCell,
  RawDocument,
  RawRow,
  RawTable,
  RawText,
} from '../../../src/readers/raw-document';

/** A cell: its text, or text with spans; null where a merge covers the place. */
export type RawCellSpec = string | null | { text: string; across?: number; down?: number };

export type RowOptions = Omit<RawRow, 'place'>;

/** A raw table from rows of cells, as a reader would give it. */
export function createRawTable(
  rows: RawCellSpec[][],
  options: { name?: string; number?: number; rows?: Record<number, RowOptions> } = {},
): RawTable {
  const place = {
    file: 'a.docx',
    ...(options.name ? { sheet: options.name } : { table: options.number ?? 1 }),
  };
  const cells = rows.flatMap((row, y) =>
    row.flatMap((cell, x): RawCell[] => {
      if (cell === null) return [];
      const { text, across = 1, down = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      return [{ row: y, column: x, rowSpan: down, columnSpan: across, text }];
    }),
  );
  return {
    kind: 'table',
    place,
    ...(options.name && { name: options.name }),
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    cells,
    rows: rows.map((_, y) => ({ place: { ...place, row: y + 1 }, ...options.rows?.[y] })),
  };
}

export const createRawText = (line: string): RawText => ({
  kind: 'text',
  text: line,
  place: { file: 'a.docx' },
});

export function createRawDocument(...blocks: RawBlock[]): RawDocument {
  return {
    source: 'docx',
    file: 'a.docx',
    blocks,
    warnings: [],
  };
}
