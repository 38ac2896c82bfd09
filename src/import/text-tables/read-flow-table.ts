import type { ColumnRole } from '../../annex/header-vocabulary';
import type { RawBlock, RawTable } from '../../readers/raw-document';
import { findMin } from '../../shared/min-max';
import { createCellScorer, createFrequencyScorer } from './create-cell-scorer';
import { countColumnValues, createConfidenceScorer, MIN_CONFIDENCE } from './create-confidence-scorer';
import { findFlowHeader, type FlowHeader, getBodyLines } from './find-flow-header';
import { type BestRowCut, segmentRow } from './segment-row';
import { getLineKey, joinFlowTokens, splitFlowLines } from './split-flow-lines';
import { type FlowRow, splitFlowRows } from './split-flow-rows';

const PASSES = 3;

/** Rates a row: how far the next best cut is, and whether its cells are like others of this table. */
function getRowConfidence(
  row: FlowRow,
  cut: BestRowCut,
  roles: readonly ColumnRole[],
  scoreConfidence: (role: ColumnRole, text: string) => number,
  header: FlowHeader,
): number {
  const warnings = roles.map((role, column) => scoreConfidence(role, cut.cells[column] ?? ''));
  const apart = 1 - Math.exp(-1.6 * Math.max(0, cut.margin));
  const heading = row.lines.some((line) => header.distinctiveKeys.has(getLineKey(line)));
  return findMin([apart, ...warnings, row.strayLabels > 0 || heading ? 0.3 : 1]);
}

/** Where fewer rows than this part are sure, the text does not run row by row: then none is. */
const MIN_CONFIDENT_FLOW_ROWS = 0.8;
const LOW_FLOW_CONFIDENCE = 0.3;

function getTitleConfidence(row: FlowRow): number {
  const words = row.parts.flat().length;
  return words === 0 || words > 60 || row.strayLabels > 0 ? 0.3 : 1;
}

type FlowTable = { table: RawTable; before: RawBlock[] };

/**
 * Reads a table copied out of a PDF as running text: cell after cell, row after row, page headings in
 * between. Rows are recognised by their numbers, cells by what their columns hold in general and in this
 * table's other rows. Every row has its `confidence` and its source lines.
 *
 * @returns null if no heading is found
 */
export function readFlowTable(text: string, file: string): FlowTable | null {
  const lines = splitFlowLines(text);
  const header = findFlowHeader(lines);
  if (!header) return null;
  const rows = splitFlowRows(getBodyLines(lines, header));
  if (rows.length === 0) return null;
  const roles = header.columns.slice(1).map(({ role }) => role);
  const tasks = rows.filter((row) => !row.section);
  const general = createCellScorer();
  let scorer = general;
  let cuts: BestRowCut[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    cuts = tasks.map((row) => segmentRow(row.parts, roles, scorer));
    const cells = cuts.map((cut) => cut.cells);
    scorer = createFrequencyScorer(general, countColumnValues(cells, roles));
  }
  const scoreConfidence = createConfidenceScorer(
    cuts.map((cut) => cut.cells),
    roles,
    general,
  );
  const confidences = cuts.map((cut, index) =>
    getRowConfidence(tasks[index]!, cut, roles, scoreConfidence, header),
  );
  const runs =
    confidences.filter((confidence) => confidence >= MIN_CONFIDENCE).length >=
    MIN_CONFIDENT_FLOW_ROWS * confidences.length;
  const place = { file, table: 1 };
  const width = header.columns.length;
  const table: RawTable = {
    kind: 'table',
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
      confidence: Math.min(
        cut ? confidences[task]! : getTitleConfidence(row),
        runs ? 1 : LOW_FLOW_CONFIDENCE,
      ),
      sourceLines: row.lines.map((line) => line.text),
    });
    add(at, 0, 1, row.label);
    if (cut) cut.cells.forEach((cell, column) => add(at, column + 1, 1, cell));
    else add(at, 1, width - 1, row.parts.map(joinFlowTokens).join('\n'));
  });
  return {
    table,
    before: lines.slice(0, header.first).map((line) => ({ kind: 'text', text: line.text, place: { file } })),
  };
}
