import {
  comparatorWords,
  metWords,
  targetHeaders,
  targetSheetName,
  targetSheetWords as words,
} from '../../locales/target-words';
import { areaOf, columnLetters, type Area } from '../address';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE } from '../look';
import type { Block, CellContent, ConditionalFormatPlan, SheetPlan, ValidationPlan } from '../sheet-plan';
import { titleBlock, type TitleTexts } from '../title-block';
import {
  TARGET_COLUMN_IDS,
  TARGET_TABLE,
  TARGET_WIDTHS,
  targetFormat,
  type TargetColumnId,
  type TargetRow,
} from './target-columns';
import { isShareRow, metFormula } from './target-rows';

const ADVICE_ROW = 3;
const HEADER_ROW = 5;
const FIRST = HEADER_ROW + 1;
const EXTRA_WIDTH = 90;

const columnOf = (id: TargetColumnId): number => TARGET_COLUMN_IDS.indexOf(id);

/** Rows one after the other that are shares, or are not. */
export function shareRuns(rows: readonly TargetRow[]): { isShare: boolean; rows: TargetRow[] }[] {
  const runs: { isShare: boolean; rows: TargetRow[] }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.isShare === isShareRow(row)) last.rows.push(row);
    else runs.push({ isShare: isShareRow(row), rows: [row] });
  }
  return runs;
}

function bodyBlocks(rows: readonly TargetRow[], extras: readonly string[]): Block[] {
  let row = FIRST;
  return shareRuns(rows).map((run): Block => {
    const block: Block = {
      row,
      column: 0,
      numberFormats: [
        ...TARGET_COLUMN_IDS.map((id) => targetFormat(id, run.isShare)),
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

function validations(column: (id: TargetColumnId) => Area): ValidationPlan[] {
  return [
    {
      area: column('comparator'),
      rule: { kind: 'list', source: Object.values(comparatorWords).join(',') },
      alert: 'stop',
      title: words.comparatorTitle,
      message: words.comparator,
    },
    ...(['figure', 'actual'] as const).map((id): ValidationPlan => ({
      area: column(id),
      rule: { kind: 'decimal', from: 0 },
      alert: 'stop',
      title: words.figureTitle,
      message: words.figure,
    })),
  ];
}

/** The words say it; the colour only helps to find it. */
function conditionalFormats(area: Area): ConditionalFormatPlan[] {
  const met = `$${columnLetters(columnOf('met'))}${FIRST + 1}`;
  return [
    {
      area,
      formula: `=${met}="${metWords.notMet}"`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
      bold: true,
    },
    { area, formula: `=${met}="${metWords.open}"`, fontColor: COLORS.greyText, fillColor: COLORS.greyFill },
  ];
}

/** The sheet *Chỉ tiêu*: what a plan wants reached, what was reached, and whether that is enough. */
export function targetsSheet(
  title: TitleTexts,
  rows: readonly TargetRow[],
  name: string = targetSheetName,
): SheetPlan {
  const extras = [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))];
  const rowCount = Math.max(1, rows.length);
  const columnCount = TARGET_COLUMN_IDS.length + extras.length;
  const columnWidths = [
    ...TARGET_COLUMN_IDS.map((id) => TARGET_WIDTHS[id]),
    ...extras.map(() => EXTRA_WIDTH),
  ];
  const body = areaOf(FIRST, 0, rowCount, columnCount);
  const column = (id: TargetColumnId): Area => ({ ...body, left: columnOf(id), right: columnOf(id) });
  const head = titleBlock(title, columnWidths);
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
      { area: areaOf(ADVICE_ROW, 0, 1, 1), format: NOTE_LINE },
      { area: areaOf(HEADER_ROW, 0, 1, columnCount), format: { ...HEADER } },
      {
        area: body,
        format: {
          ...BODY,
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
      { row: ADVICE_ROW, column: 0, numberFormats: ['@'], cells: [[words.advice]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: Array.from({ length: columnCount }, () => '@'),
        cells: [[...TARGET_COLUMN_IDS.map((id) => targetHeaders[id]), ...extras]],
      },
      ...bodyBlocks(rows, extras),
    ],
    table: {
      name: TARGET_TABLE,
      area: { ...body, top: HEADER_ROW },
      style: 'TableStyleLight1',
      banded: false,
    },
    afterTables: [
      {
        row: FIRST,
        column: columnOf('met'),
        numberFormats: ['General'],
        cells: Array.from({ length: rowCount }, () => [{ formula: metFormula() }]),
      },
    ],
    fitRows: [{ first: FIRST, last: body.bottom }],
    validations: validations(column),
    conditionalFormats: conditionalFormats(column('met')),
    freezeRows: FIRST,
    page: { ...PAGE, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}
