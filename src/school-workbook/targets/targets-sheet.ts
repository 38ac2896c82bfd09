import { type CellRange, createRange, toColumnLetters } from '@phuluc/ooxml/a1';
import {
  COMPARATOR_LABELS,
  TARGET_SHEET_LABELS as labels,
  TARGET_HEADERS,
  TARGET_RESULT_LABELS,
  TARGET_SHEET_NAME,
} from '../../sheets/labels/target-labels';
import type {
  CellBlock,
  CellContent,
  ConditionalFormatSpec,
  SheetSpec,
  ValidationSpec,
} from '../../sheets/sheet-spec';
import { BODY_STYLE, COLORS, DEFAULT_PAGE_SETUP, HEADER_STYLE, NOTE_LINE_STYLE } from '../../sheets/styles';
import { buildTitleBlock, type TitleTexts } from '../title-block';
import {
  getTargetNumberFormat,
  TARGET_COLUMN_IDS,
  TARGET_COLUMN_WIDTHS,
  TARGET_TABLE,
  type TargetColumnId,
  type TargetTableRow,
} from './target-columns';
import { buildMetFormula, isShareRow } from './target-rows';

const ADVICE_ROW = 3;
const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;
const EXTRA_COLUMN_WIDTH = 90;

const getColumnIndex = (id: TargetColumnId): number => TARGET_COLUMN_IDS.indexOf(id);

/** Rows one after the other that are shares, or are not. */
export function groupByShare(
  rows: readonly TargetTableRow[],
): { isShare: boolean; rows: TargetTableRow[] }[] {
  const runs: { isShare: boolean; rows: TargetTableRow[] }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.isShare === isShareRow(row)) last.rows.push(row);
    else runs.push({ isShare: isShareRow(row), rows: [row] });
  }
  return runs;
}

function createBodyBlocks(rows: readonly TargetTableRow[], extras: readonly string[]): CellBlock[] {
  let row = FIRST_ROW;
  return groupByShare(rows).map((run): CellBlock => {
    const block: CellBlock = {
      row,
      column: 0,
      numberFormats: [
        ...TARGET_COLUMN_IDS.map((id) => getTargetNumberFormat(id, run.isShare)),
        ...extras.map(() => 'General'),
      ],
      cells: run.rows.map(({ cells, extra }): CellContent[] => [
        ...TARGET_COLUMN_IDS.map((id) => (id === 'met' ? '' : cells[id])),
        ...extras.map((header) => extra[header] ?? ''),
      ]),
    };
    row += run.rows.length;
    return block;
  });
}

function buildValidations(column: (id: TargetColumnId) => CellRange): ValidationSpec[] {
  return [
    {
      area: column('comparator'),
      rule: { kind: 'list', source: Object.values(COMPARATOR_LABELS).join(',') },
      alert: 'stop',
      title: labels.comparatorTitle,
      message: labels.comparator,
    },
    ...(['figure', 'actual'] as const).map((id): ValidationSpec => ({
      area: column(id),
      rule: { kind: 'decimal', from: 0 },
      alert: 'stop',
      title: labels.figureTitle,
      message: labels.figure,
    })),
  ];
}

/** Builds the colours of the judgement; the cell says it in text. */
function buildConditionalFormats(area: CellRange): ConditionalFormatSpec[] {
  const met = `$${toColumnLetters(getColumnIndex('met'))}${FIRST_ROW + 1}`;
  return [
    {
      area,
      formula: `=${met}="${TARGET_RESULT_LABELS.notMet}"`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
      bold: true,
    },
    {
      area,
      formula: `=${met}="${TARGET_RESULT_LABELS.open}"`,
      fontColor: COLORS.greyText,
      fillColor: COLORS.greyFill,
    },
  ];
}

/** Builds the sheet *Chỉ tiêu*: what a plan wants reached, what was reached, and if that is enough. */
export function buildTargetsSheet(
  title: TitleTexts,
  rows: readonly TargetTableRow[],
  name: string = TARGET_SHEET_NAME,
): SheetSpec {
  const extras = [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))];
  const rowCount = Math.max(1, rows.length);
  const columnCount = TARGET_COLUMN_IDS.length + extras.length;
  const columnWidths = [
    ...TARGET_COLUMN_IDS.map((id) => TARGET_COLUMN_WIDTHS[id]),
    ...extras.map(() => EXTRA_COLUMN_WIDTH),
  ];
  const body = createRange(FIRST_ROW, 0, rowCount, columnCount);
  const column = (id: TargetColumnId): CellRange => ({
    ...body,
    left: getColumnIndex(id),
    right: getColumnIndex(id),
  });
  const head = buildTitleBlock(title, columnWidths);
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.amberText,
    columnWidths,
    merges: head.merges,
    rowHeights: [
      ...head.rowHeights,
      { row: ADVICE_ROW, height: 17 },
      { row: ADVICE_ROW + 1, height: 6 },
      { row: HEADER_ROW, height: 34 },
    ],
    formats: [
      ...head.formats,
      { area: createRange(ADVICE_ROW, 0, 1, 1), format: NOTE_LINE_STYLE },
      { area: createRange(HEADER_ROW, 0, 1, columnCount), format: { ...HEADER_STYLE } },
      {
        area: body,
        format: {
          ...BODY_STYLE,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...(['item', 'comparator', 'figure', 'unit', 'actual', 'met'] as const).map((id) => ({
        area: column(id),
        format: { horizontal: 'Center' as const },
      })),
      { area: column('actual'), format: { fillColor: COLORS.band } },
    ],
    blocks: [
      ...head.blocks,
      { row: ADVICE_ROW, column: 0, numberFormats: ['@'], cells: [[labels.advice]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: Array.from({ length: columnCount }, () => '@'),
        cells: [[...TARGET_COLUMN_IDS.map((id) => TARGET_HEADERS[id]), ...extras]],
      },
      ...createBodyBlocks(rows, extras),
    ],
    table: {
      name: TARGET_TABLE,
      area: { ...body, top: HEADER_ROW },
      style: 'TableStyleLight1',
      banded: false,
    },
    afterTables: [
      {
        row: FIRST_ROW,
        column: getColumnIndex('met'),
        numberFormats: ['General'],
        cells: Array.from({ length: rowCount }, () => [{ formula: buildMetFormula() }]),
      },
    ],
    fitRows: [{ first: FIRST_ROW, last: body.bottom }],
    validations: buildValidations(column),
    conditionalFormats: buildConditionalFormats(column('met')),
    freezeRows: FIRST_ROW,
    page: { ...DEFAULT_PAGE_SETUP, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}
