import type { ProblemLocation } from '../../shared/problem';
import { createFontedText, joinRuns } from '../fonted-text';
import type { RawCell, RawRun, RawTable } from '../raw-document';

/** A cell as a row declares it: its right edge, in twips, and how it is merged. */
export type RtfCellDefinition = {
  right: number;
  /** Merged downwards, or with the cell to its left. */
  down: 'start' | 'continue' | null;
  across: 'start' | 'continue' | null;
};

export type RtfRow = {
  left: number;
  definitions: RtfCellDefinition[];
  /** Per cell: its paragraphs. */
  cells: RawRun[][][];
  header: boolean;
};

/** Edges nearer than this are one: rows of one column differ by the width of a rule. */
const SAME_EDGE_TWIPS = 45;
/** The width of a cell that its row does not declare. */
const DEFAULT_WIDTH_TWIPS = 1440;
/** Word's own limit. */
const MAX_COLUMNS = 63;

/** Builds a table from its rows: a column ends at each edge that some row has. */
export function buildRtfTable(rows: readonly RtfRow[], place: ProblemLocation): RawTable {
  const edges = rows.map(listEdges);
  const grid = joinEdges(edges.flat());
  const cells: RawCell[] = [];
  let mergedDown = new Map<number, RawCell>();
  rows.forEach((row, index) => {
    const below = new Map<number, RawCell>();
    const columns = edges[index]!.map((edge) => findColumn(grid, edge));
    let column = columns[0]!;
    row.cells.forEach((paragraphs, number) => {
      const definition = row.definitions[number];
      const columnSpan = Math.max(1, columns[number + 1]! - column);
      const above = definition?.down === 'continue' ? mergedDown.get(column) : undefined;
      const left = cells.at(-1);
      if (above && above.columnSpan === columnSpan) {
        above.rowSpan = index - above.row + 1;
        below.set(column, above);
      } else if (definition?.across === 'continue' && left?.row === index) left.columnSpan += columnSpan;
      else {
        const runs = joinRuns(
          paragraphs.filter((lines) => lines.some(({ text }) => text.trim() !== '')),
          '\n',
        );
        const cell = { row: index, column, rowSpan: 1, columnSpan, ...createFontedText(runs) };
        cells.push(cell);
        if (definition?.down) below.set(column, cell);
      }
      column += columnSpan;
    });
    mergedDown = below;
  });
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount: cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0),
    cells,
    rows: rows.map(({ header }, index) => ({
      place: { ...place, row: index + 1 },
      ...(header && { header }),
    })),
    place,
  };
}

/** Returns the left edge of a row and the right edges of its cells, each beyond the one before. */
function listEdges({ left, definitions, cells }: RtfRow): number[] {
  const edges = [left];
  cells.slice(0, MAX_COLUMNS).forEach((_, index) => {
    const before = edges.at(-1)!;
    const declared = definitions[index]?.right;
    edges.push(
      declared !== undefined && declared > before + SAME_EDGE_TWIPS ? declared : before + DEFAULT_WIDTH_TWIPS,
    );
  });
  return edges;
}

/** Returns the edges of all rows in order, those close together once. */
function joinEdges(edges: readonly number[]): number[] {
  const joined: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b))
    if (joined.length === 0 || edge - joined.at(-1)! > SAME_EDGE_TWIPS) joined.push(edge);
  return joined;
}

/** Returns the number of the last edge that is not right of this one. */
function findColumn(grid: readonly number[], edge: number): number {
  let low = 0;
  let high = grid.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (grid[middle]! <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}
