import { type CellRange, createRange, formatAddress } from '@phuluc/ooxml/a1';
import { ONE_PAGE_SETUP, PAGE_COLUMNS, PAGE_WIDTHS } from '../../sheets/dashboard/page-grid';
import { renderDashboard } from '../../sheets/dashboard/render-dashboard';
import { getHeaderHeight } from '../../sheets/header-height';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import { LOG_HEADERS, PROGRESS_SUMMARY_LABELS as progressWords } from '../../sheets/labels/progress-labels';
import {
  COLUMN_HEADERS,
  SUMMARY_SHEET_LABELS as labels,
  SHEET_NAMES,
} from '../../sheets/labels/school-labels';
import type { CellBlock, CellContent, FormatSpec, SheetSpec } from '../../sheets/sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  STATE_COLORS,
  TITLE_LINE_STYLE,
} from '../../sheets/styles';
import { getDocuments, listEndedCodes } from '../documents/documents';
import type { LogHeaders } from '../progress/log-formulas';
import type { WorkbookMetadata } from '../school-workbook';
import { buildDetailTables } from './detail-tables';
import { buildDocumentChoice } from './document-choice';
import { buildProgressSection, PROGRESS_CHARTS, type ProgressSection } from './progress-section';
import {
  buildCountHeader,
  buildCountLine,
  SUMMARY_COLUMN_COUNT as COLUMNS,
  COUNT_COLUMN_IDS,
  type CountColumnId,
  FIRST_COUNT_COLUMN,
  type TaskTableHeaders,
} from './summary-formulas';
import { SUMMARY_NAMES } from './summary-names';
import { buildSummaryPage, SUMMARY_CHART_NAMES } from './summary-page';
import { DETAILS_ROW, SUMMARY_PAGE_ROWS } from './summary-page-rows';

export const MANAGED_CHARTS: readonly string[] = [
  ...Object.values(SUMMARY_CHART_NAMES),
  ...Object.values(PROGRESS_CHARTS),
];

const TOTAL_HEADER_ROW = DETAILS_ROW + 2;
const TOTAL_ROW = TOTAL_HEADER_ROW + 1;
const SECTIONS_ROW = TOTAL_ROW + 2;

const COUNT_LINE_FORMATS = ['@', '@', ...COUNT_COLUMN_IDS.map((id) => (id === 'share' ? '0.0%' : '#,##0'))];

/** A cell of format "@" would keep a formula as a text. */
const FORMULA_LINE_FORMATS = COUNT_LINE_FORMATS.map((format) => (format === '@' ? 'General' : format));

/** The cell that a clerk chooses in. */
const CHOICE_STYLE = {
  bold: true,
  fontColor: COLORS.navy,
  fillColor: COLORS.amberFill,
} as const;

function createBlock(row: number, cells: CellContent[][], numberFormats: readonly string[]): CellBlock {
  return {
    row,
    column: 0,
    numberFormats,
    cells,
  };
}

/** Creates two blocks, because the header of a table is text and its counts are numbers. */
function createTableBlocks(
  row: number,
  [header = [], ...lines]: CellContent[][],
  formats: readonly string[] = COUNT_LINE_FORMATS,
): CellBlock[] {
  return [
    createBlock(
      row,
      [header],
      header.map(() => '@'),
    ),
    createBlock(row + 1, lines, formats),
  ];
}

/** Height in which no header of a table of counts is cut. */
function getCountHeaderHeight(headers: readonly CellContent[]): number {
  return getHeaderHeight(
    headers.map((header, at) => ({ header: String(header), width: PAGE_WIDTHS[at] ?? 0 })),
  );
}

type RangeFormat = { area: CellRange; format: FormatSpec };

function createTableFormats(table: CellRange, hasOther = true): RangeFormat[] {
  const body = { ...table, top: table.top + 1 };
  return [
    { area: { ...table, bottom: table.top }, format: HEADER_STYLE },
    {
      area: body,
      format: {
        ...BODY_STYLE,
        vertical: 'Center',
        horizontal: 'Center',
        wrap: true,
        borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
      },
    },
    { area: { ...body, left: 1, right: 1 }, format: { horizontal: 'Left' } },
    ...(hasOther
      ? [
          {
            area: { ...body, top: body.bottom },
            format: { italic: true, fontColor: COLORS.greyText, fillColor: COLORS.greyFill },
          },
        ]
      : []),
  ];
}

function createTotalFormats(total: CellRange): RangeFormat[] {
  return [
    { area: { ...total, bottom: total.top }, format: HEADER_STYLE },
    {
      area: { ...total, top: total.bottom },
      format: {
        ...BODY_STYLE,
        fontSize: 15,
        bold: true,
        fontColor: COLORS.navy,
        fillColor: COLORS.band,
        horizontal: 'Center',
        vertical: 'Center',
      },
    },
    { area: createRange(total.bottom, 1, 1, 1), format: { horizontal: 'Left', fontSize: 12 } },
  ];
}

const getColumnIndex = (id: CountColumnId): number => FIRST_COUNT_COLUMN + COUNT_COLUMN_IDS.indexOf(id);

/** Builds what the log of progress adds below the other tables. */
function buildProgressParts({
  tables,
  total,
  charts,
  names,
  bottom,
}: ProgressSection): Pick<
  SheetSpec,
  'rowHeights' | 'formats' | 'blocks' | 'afterTables' | 'fitRows' | 'charts' | 'names'
> {
  const noteRow = bottom + 2;
  return {
    rowHeights: [
      ...tables.map(({ area, cells: [header = []] }) => ({
        row: area.top,
        height: getCountHeaderHeight(header),
      })),
      { row: total.bottom, height: 34 },
    ],
    formats: [
      ...tables.flatMap(({ area, hasOther }) =>
        area.top === total.top ? createTotalFormats(area) : createTableFormats(area, hasOther),
      ),
      { area: createRange(noteRow, 0, 1, 1), format: NOTE_LINE_STYLE },
    ],
    blocks: [createBlock(noteRow, [[progressWords.note]], ['@'])],
    afterTables: tables.flatMap(({ area, cells, formats }) => createTableBlocks(area.top, cells, formats)),
    fitRows: tables.slice(1).map(({ area }) => ({ first: area.top + 1, last: area.bottom })),
    charts,
    names,
  };
}

export type SummaryOptions = {
  /** Headers of the table of tasks, and of the log, as they stand. */
  headers?: TaskTableHeaders;
  log?: LogHeaders;
  name?: string;
  /** Code of the document that is chosen; '' for all. */
  choice?: string;
};

/**
 * Builds the sheet *Tổng hợp*: a page to read and print, and below it the tables it is made of, for the annex, each
 * section and each lead unit. Formulas refer to columns by name, so that rows that are added, sorted or changed by
 * hand count at once. Columns to the right of the page are the user's.
 */
export function buildSummarySheet(
  metadata: WorkbookMetadata,
  {
    headers: given = COLUMN_HEADERS,
    name = SHEET_NAMES.summary,
    log: logHeaders = LOG_HEADERS,
    choice: chosen = '',
  }: SummaryOptions = {},
): SheetSpec {
  const headers: TaskTableHeaders = { ...given, ended: listEndedCodes(metadata) };
  const { products } = metadata.summary;
  const details = buildDetailTables(metadata, { top: SECTIONS_ROW, totalRow: TOTAL_ROW, headers });
  const { sections, leadUnits, documents } = details;
  const tables = [sections, leadUnits, ...(documents ? [documents] : [])];
  const noteRow = details.end;
  const countHeaderHeight = getCountHeaderHeight(sections.cells[0] ?? []);
  const total = createRange(TOTAL_HEADER_ROW, 0, 2, COLUMNS);
  const first = documents && getDocuments(metadata)[0]!.code;
  const log = { headers: logHeaders, first };
  const choice =
    documents && first !== null
      ? buildDocumentChoice(chosen, first, { listRow: documents.top + 1, count: documents.lines.length })
      : null;
  const section = products ? buildProgressSection(noteRow + 2, { products }, log) : null;
  const progress = section && buildProgressParts(section);
  const page = renderDashboard(
    buildSummaryPage(metadata, headers, {
      totalRow: TOTAL_ROW,
      sections,
      leadUnits,
      progress: section,
      log,
    }),
  );
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: STATE_COLORS.inProgress,
    columnWidths: PAGE_WIDTHS,
    managedColumns: PAGE_COLUMNS,
    merges: page.merges,
    rowHeights: [
      ...page.rowHeights,
      { row: DETAILS_ROW, height: 22 },
      { row: TOTAL_HEADER_ROW, height: countHeaderHeight },
      { row: TOTAL_ROW, height: 34 },
      ...tables.map(({ top }) => ({ row: top, height: countHeaderHeight })),
      ...(progress?.rowHeights ?? []),
    ],
    formats: [
      ...page.formats,
      { area: createRange(DETAILS_ROW, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 13 } },
      ...createTotalFormats(total),
      ...tables.flatMap(({ area }) => createTableFormats(area)),
      ...(choice ? [{ area: choice.validation.area, format: CHOICE_STYLE }] : []),
      { area: createRange(noteRow, 0, 1, 1), format: NOTE_LINE_STYLE },
      ...(progress?.formats ?? []),
    ],
    blocks: [
      createBlock(DETAILS_ROW, [[DASHBOARD_LABELS.details]], ['@']),
      createBlock(noteRow, [[labels.shareNote]], ['@']),
      ...(progress?.blocks ?? []),
    ],
    afterTables: [
      ...createTableBlocks(
        TOTAL_HEADER_ROW,
        [buildCountHeader('', ''), buildCountLine(details.total, TOTAL_ROW, headers)],
        documents ? FORMULA_LINE_FORMATS : COUNT_LINE_FORMATS,
      ),
      ...tables.flatMap(({ top, cells, shown, order }) => [
        ...createTableBlocks(top, cells, shown === null ? COUNT_LINE_FORMATS : FORMULA_LINE_FORMATS),
        ...order,
      ]),
      ...(progress?.afterTables ?? []),
      ...page.afterTables,
      ...(choice?.blocks ?? []),
    ],
    validations: choice ? [choice.validation] : [],
    conditionalFormats: [
      ...page.conditionalFormats,
      {
        area: createRange(TOTAL_ROW, getColumnIndex('undecided'), 1, 1),
        formula: `=${formatAddress(TOTAL_ROW, getColumnIndex('undecided'))}>0`,
        fontColor: COLORS.amberText,
        fillColor: COLORS.amberFill,
      },
      ...tables.flatMap(({ formats }) => formats),
    ],
    freezeRows: 0,
    page: { ...ONE_PAGE_SETUP, area: createRange(0, 0, SUMMARY_PAGE_ROWS.end, PAGE_COLUMNS) },
    fitRows: [
      ...tables.map(({ area }) => ({ first: area.top + 1, last: area.bottom })),
      ...(progress?.fitRows ?? []),
    ],
    charts: [...page.charts, ...(progress?.charts ?? [])],
    names: [
      { name: SUMMARY_NAMES.whole, area: total },
      { name: SUMMARY_NAMES.byArea, area: sections.area },
      { name: SUMMARY_NAMES.byLeadUnit, area: leadUnits.area },
      ...(choice?.names ?? []),
      ...(progress?.names ?? []),
    ],
  };
}
