import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import { isEqual } from '../../shared/is-equal';
import { quoteFormulaText } from '../../sheets/formula-text';
import { TIMELINESS_LABELS } from '../../sheets/labels/progress-labels';
import {
  DOCUMENT_HEADER,
  DOCUMENTS_SHEET_LABELS as labels,
  SHEET_NAMES,
} from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import {
  createRemoveSheetsOperation,
  findSheetOfName,
  getFreeSheetName,
  hasDefinedName,
} from '../../sheets/sheet-names';
import type { CellBlock, CellContent, SheetSpec } from '../../sheets/sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  DEFAULT_PAGE_SETUP,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  STATE_COLORS,
  TITLE_LINE_STYLE,
} from '../../sheets/styles';
import { toDateCell } from '../../sheets/to-date-cell';
import { buildLogReference, type LogHeaders } from '../progress/log-formulas';
import type { WorkbookMetadata } from '../school-workbook';
import { SETTING_NAMES } from '../settings/setting-names';
import type { Snapshot } from '../snapshot';
import { findLogHeaders } from '../summary/find-log-headers';
import {
  buildCountLine,
  buildCountTable,
  buildOverdueFormula,
  COUNT_COLUMN_IDS,
  type CountLine,
  createDocumentLine,
  SUMMARY_COLUMN_COUNT,
  type TaskTableHeaders,
  TOTAL_LINE,
} from '../summary/summary-formulas';
import { buildTaskReference } from '../tasks/task-columns';
import { getDocuments, hasSeveralDocuments, sortDocuments } from './documents';

/** The name under which the sheet is found again, whatever it is called. */
export const DOCUMENTS_NAME = 'VB_DanhSach';

const HEADER_ROW = 3;
const FIRST_ROW = HEADER_ROW + 1;
const COUNT_FORMATS = COUNT_COLUMN_IDS.map((id) => (id === 'share' ? '0.0%' : '#,##0'));
const DETAIL_HEADERS = [
  labels.overdue,
  labels.nextDeadline,
  labels.number,
  labels.date,
  labels.issuer,
  labels.title,
  labels.editions,
  labels.tasks,
] as const;
const DETAIL_FORMATS = ['#,##0', 'dd/mm/yyyy', '@', 'dd/mm/yyyy', '@', '@', '0', 'General'];
const WIDTHS = [30, 100, ...COUNT_COLUMN_IDS.map(() => 58), 58, 66, 88, 66, 160, 240, 58, 88];
const LINK_COLUMN = WIDTHS.length - 1;

/** What the formulas of the sheet speak of. */
type CountedTables = {
  /** Sheet of the table of tasks. */
  sheet: string;
  tasks: TaskTableHeaders;
  /** Headers of the log; null where deadlines are not followed. */
  log: LogHeaders | null;
};

/** Builds the first of the last days that are still to come, of a document or of all: of the log's open rows. */
function buildNextDeadline(code: string | null, isFirst: boolean, row: number, log: LogHeaders): CellContent {
  const [days, tasks, timeliness] = (['lastDay', 'task', 'timeliness'] as const).map((id) =>
    buildLogReference(log, id),
  );
  const name = `$B${row + 1}`;
  // Codes of the first document are plain; those of another begin with it.
  const document = isFirst ? `/ISERROR(FIND(":",${tasks}))` : `/(LEFT(${tasks},LEN(${name})+1)=${name}&":")`;
  const coming = (['dueSoon', 'notDueYet'] as const)
    .map((state) => `(${timeliness}=${quoteFormulaText(TIMELINESS_LABELS[state])})`)
    .join('+');
  // AGGREGATE passes over the rows that are divided by 0.
  return { formula: `=IFERROR(AGGREGATE(15,6,${days}/(${coming})${code === null ? '' : document},1),"–")` };
}

/** Builds the link to the first task of the document in row `row`. */
function buildTaskLink(row: number, { sheet, tasks }: CountedTables): CellContent {
  const place = `MATCH($B${row + 1},${buildTaskReference(DOCUMENT_HEADER)},0)`;
  const cell = `INDEX(${buildTaskReference(tasks.content)},${place})`;
  const target = `${quoteFormulaText(`#'${sheet.replaceAll("'", "''")}'!`)}&ADDRESS(ROW(${cell}),COLUMN(${cell}))`;
  return { formula: `=IFERROR(HYPERLINK(${target},${quoteFormulaText(labels.showTasks)}),"")` };
}

function buildDetails(
  document: TrackedDocument | null,
  line: CountLine,
  row: number,
  { tables, first, day }: { tables: CountedTables; first: string; day: string },
): CellContent[] {
  const code = document && document.code;
  const figures = [
    { formula: buildOverdueFormula(line, row, tables.tasks, day) },
    tables.log ? buildNextDeadline(code, code === first, row, tables.log) : '',
  ];
  if (!document) return [...figures, '', '', '', '', '', ''];
  const { number, date, issuer, title } = getCurrentEdition(document);
  const link = buildTaskLink(row, tables);
  return [...figures, number, toDateCell(date), issuer, title, document.editions.length, link];
}

function createBlock(row: number, column: number, cells: CellContent[][], formats: string[]): CellBlock {
  return { row, column, numberFormats: formats, cells };
}

/**
 * Builds the sheet *Văn bản*: one line a document with its tasks counted by formulas, what no line counts, and the
 * whole workbook.
 */
function buildDocumentsSheet(
  metadata: WorkbookMetadata,
  { sheet, tasks: headers, log }: CountedTables,
  name: string,
): SheetSpec {
  const all = getDocuments(metadata);
  const documents = sortDocuments(all);
  const lines = documents.map(createDocumentLine);
  const totalRow = FIRST_ROW + lines.length + 1;
  const day = metadata.summary.products ? `INT(${SETTING_NAMES.today})` : 'TODAY()';
  const [header = [], ...counts] = buildCountTable(HEADER_ROW, labels.document, lines, totalRow, headers);
  const table = [...counts, buildCountLine(TOTAL_LINE, totalRow, headers)];
  const area: CellRange = createRange(HEADER_ROW, 0, table.length + 1, WIDTHS.length);
  const tables = { sheet, tasks: headers, log: metadata.summary.products ? log : null };
  const given = { tables, first: all[0]!.code, day };
  const details = [
    ...documents.map((document, index) => buildDetails(document, lines[index]!, FIRST_ROW + index, given)),
    DETAIL_HEADERS.map(() => ''),
    buildDetails(null, TOTAL_LINE, totalRow, given),
  ];
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    managedColumns: WIDTHS.length,
    columnWidths: WIDTHS,
    merges: [],
    rowHeights: [
      { row: 0, height: 28 },
      { row: HEADER_ROW, height: 34 },
    ],
    formats: [
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 1, 1), format: NOTE_LINE_STYLE },
      { area: { ...area, bottom: HEADER_ROW }, format: HEADER_STYLE },
      {
        area: { ...area, top: FIRST_ROW },
        format: {
          ...BODY_STYLE,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      { area: { ...area, top: totalRow }, format: { bold: true, fillColor: COLORS.band } },
      {
        area: createRange(FIRST_ROW, LINK_COLUMN, lines.length, 1),
        format: { fontColor: STATE_COLORS.inProgress },
      },
    ],
    blocks: [
      createBlock(0, 0, [[labels.sheetTitle], [labels.note]], ['@']),
      createBlock(
        HEADER_ROW,
        0,
        [[...header, ...DETAIL_HEADERS]],
        WIDTHS.map(() => '@'),
      ),
    ],
    afterTables: [
      createBlock(FIRST_ROW, 0, table, ['@', '@', ...COUNT_FORMATS]),
      createBlock(FIRST_ROW, SUMMARY_COLUMN_COUNT, details, DETAIL_FORMATS),
    ],
    validations: [],
    conditionalFormats: [],
    fitRows: [{ first: FIRST_ROW, last: totalRow }],
    freezeRows: FIRST_ROW,
    page: { ...DEFAULT_PAGE_SETUP, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [{ name: DOCUMENTS_NAME, area }],
  };
}

/**
 * Plans the sheet *Văn bản*, which is there while the workbook has several documents. A sheet that a clerk has deleted
 * stays deleted.
 */
export function planDocumentsSheet(
  snapshot: Snapshot,
  headers: TaskTableHeaders,
  before: WorkbookMetadata | null,
  after: WorkbookMetadata | null,
): Operation[] {
  const tables: CountedTables = {
    sheet: snapshot.tasks?.sheet ?? SHEET_NAMES.annex,
    tasks: headers,
    log: findLogHeaders(snapshot.summary),
  };
  const [had, has] = [before, after].map((metadata) => metadata !== null && hasSeveralDocuments(metadata));
  const sheet = findSheetOfName(snapshot, DOCUMENTS_NAME);
  if (!has || !after) {
    return had && sheet !== null ? [createRemoveSheetsOperation(snapshot, [sheet], [DOCUMENTS_NAME])] : [];
  }
  if (!had) {
    const spec = buildDocumentsSheet(after, tables, getFreeSheetName(snapshot, SHEET_NAMES.documents));
    const isNameTaken = hasDefinedName(snapshot, DOCUMENTS_NAME);
    return [
      ...(isNameTaken ? [{ kind: 'remove-names', names: [DOCUMENTS_NAME] } satisfies Operation] : []),
      { kind: 'add-sheets', sheets: [spec], activate: null },
    ];
  }
  if (sheet === null || !before) return [];
  const spec = buildDocumentsSheet(after, tables, sheet);
  return isEqual(spec, buildDocumentsSheet(before, tables, sheet))
    ? []
    : [{ kind: 'rewrite-sheet', sheet: spec, names: [DOCUMENTS_NAME], charts: [] }];
}
