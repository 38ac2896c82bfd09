import type { ColumnRole } from '../../assemble/header-words';
import type { RawBlock, RawTable } from '../../raw-document';
import { cellSureness, surenessBar, usualCells } from '../sureness';
import { freshCellWorth, usualCellWorth } from './cell-worth';
import { bodyLines, findFlowHeader, type FlowHeader } from './flow-header';
import { flowLines, lineKey, textOfWords } from './flow-lines';
import { flowRows, type FlowRow } from './flow-rows';
import { segmentRow, type BestCut } from './segment-row';

const passes = 3;

/** How sure one row is: how far the next way to cut it lies, and whether its cells are such as this table has. */
function confidenceOf(
  row: FlowRow,
  cut: BestCut,
  roles: readonly ColumnRole[],
  sureness: (role: ColumnRole, text: string) => number,
  header: FlowHeader,
): number {
  const doubts = roles.map((role, column) => sureness(role, cut.cells[column] ?? ''));
  const apart = 1 - Math.exp(-1.6 * Math.max(0, cut.margin));
  const heading = row.lines.some((line) => header.tellingKeys.has(lineKey(line)));
  return Math.min(apart, ...doubts, row.strays > 0 || heading ? 0.3 : 1);
}

/** Where fewer rows than this part are sure, the text does not run row by row: then none is. */
const sureRows = 0.8;
const unsure = 0.3;

function titleConfidence(row: FlowRow): number {
  const words = row.parts.flat().length;
  return words === 0 || words > 60 || row.strays > 0 ? 0.3 : 1;
}

export type FlowTable = { table: RawTable; before: RawBlock[] };

/**
 * Reads a table copied out of a PDF as running text: cell after cell, row after row, page headings in between. Rows
 * are told by their numbers, cells by what their columns hold in general and in this table's other rows. Every row
 * carries its `confidence` and its source lines. null where no heading is found.
 */
export function readFlow(text: string, file: string): FlowTable | null {
  const lines = flowLines(text);
  const header = findFlowHeader(lines);
  if (!header) return null;
  const rows = flowRows(bodyLines(lines, header));
  if (rows.length === 0) return null;
  const roles = header.columns.slice(1).map(({ role }) => role);
  const tasks = rows.filter((row) => !row.section);
  const general = freshCellWorth();
  let worth = general;
  let cuts: BestCut[] = [];
  for (let pass = 0; pass < passes; pass++) {
    cuts = tasks.map((row) => segmentRow(row.parts, roles, worth));
    const cells = cuts.map((cut) => cut.cells);
    worth = usualCellWorth(general, usualCells(cells, roles));
  }
  const sureness = cellSureness(
    cuts.map((cut) => cut.cells),
    roles,
    general,
  );
  const sure = cuts.map((cut, index) => confidenceOf(tasks[index]!, cut, roles, sureness, header));
  const runs = sure.filter((confidence) => confidence >= surenessBar).length >= sureRows * sure.length;
  const place = { file, table: 1 };
  const width = header.columns.length;
  const table: RawTable = {
    type: 'table',
    rowCount: rows.length + 1,
    columnCount: width,
    place,
    rows: [{ place: { ...place, row: 1 }, header: true }],
    cells: header.columns.map((column, index) => ({
      row: 0,
      column: index,
      rowSpan: 1,
      columnSpan: 1,
      text: column.header,
    })),
  };
  const add = (row: number, column: number, columnSpan: number, cell: string): void => {
    if (cell !== '') table.cells.push({ row, column, rowSpan: 1, columnSpan, text: cell });
  };
  rows.forEach((row: FlowRow, index) => {
    const at = index + 1;
    const task = tasks.indexOf(row);
    const cut = cuts[task];
    table.rows.push({
      place: { ...place, row: at + 1 },
      confidence: Math.min(cut ? sure[task]! : titleConfidence(row), runs ? 1 : unsure),
      sourceLines: row.lines.map((line) => line.text),
    });
    add(at, 0, 1, row.label);
    if (cut) cut.cells.forEach((cell, column) => add(at, column + 1, 1, cell));
    else add(at, 1, width - 1, row.parts.map(textOfWords).join('\n'));
  });
  return {
    table,
    before: lines.slice(0, header.first).map((line) => ({ type: 'text', text: line.text, place: { file } })),
  };
}
