import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import { isEqual } from '../../shared/is-equal';
import { quoteFormulaText } from '../../sheets/formula-text';
import { TIMELINESS_LABELS } from '../../sheets/labels/progress-labels';
import {
  DOCUMENT_HEADER,
  DOCUMENT_STATUS_LABELS,
  DOCUMENTS_SHEET_LABELS as labels,
  SHEET_NAMES,
  SUMMARY_SHEET_LABELS,
} from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import {
  createRemoveSheetsOperation,
  findSheetOfName,
  getFreeSheetName,
  hasDefinedName,
} from '../../sheets/sheet-names';
import type { CellBlock, CellContent, FormatSpec, SheetSpec, ValidationSpec } from '../../sheets/sheet-spec';
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
  buildCountHeader,
  buildCountLine,
  buildCountTable,
  buildOverdueFormula,
  COUNT_COLUMN_IDS,
  type CountLine,
  createDocumentLine,
  type TaskTableHeaders,
  TOTAL_LINE,
} from '../summary/summary-formulas';
import { buildTaskReference } from '../tasks/task-columns';
import { getDocuments, hasSeveralDocuments, isFollowed, listEndedCodes, sortDocuments } from './documents';
import { readTypedStatuses } from './read-typed-statuses';

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
  labels.status,
] as const;
const DETAIL_FORMATS = ['#,##0', 'dd/mm/yyyy', '@', 'dd/mm/yyyy', '@', '@', '0', 'General', '@'];
const WIDTHS = [30, 100, ...COUNT_COLUMN_IDS.map(() => 58), 58, 66, 88, 66, 160, 240, 58, 88, 88];
const STATUS_COLUMN = WIDTHS.length - 1;
const LINK_COLUMN = STATUS_COLUMN - 1;

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

type LineOptions = {
  tables: CountedTables;
  /** Code of the first document. */
  first: string;
  day: string;
  typed: TypedWords;
};

/** Words that a clerk has typed as statuses, by the code of the document: they stay until they are decided on. */
type TypedWords = ReadonlyMap<string, string>;

function buildDetails(
  document: TrackedDocument | null,
  line: CountLine,
  row: number,
  { tables, first, day, typed }: LineOptions,
): CellContent[] {
  const code = document && document.code;
  const isEnded = document !== null && !isFollowed(document);
  const deadlines = isEnded
    ? ['', '']
    : [
        { formula: buildOverdueFormula(line, row, tables.tasks, day) },
        tables.log ? buildNextDeadline(code, code === first, row, tables.log) : '',
      ];
  if (!document) return [...deadlines, '', '', '', '', '', '', ''];
  const { number, date, issuer, title } = getCurrentEdition(document);
  const link = buildTaskLink(row, tables);
  const status = typed.get(document.code) ?? DOCUMENT_STATUS_LABELS[document.status];
  return [...deadlines, number, toDateCell(date), issuer, title, document.editions.length, link, status];
}

function createBlock(row: number, column: number, cells: CellContent[][], formats: string[]): CellBlock {
  return { row, column, numberFormats: formats, cells };
}

type DocumentLines = {
  /** Lines of the documents that are followed, of what names none, and of all. */
  followed: CellContent[][];
  /** Below them, under a heading of their own, the documents that have ended. */
  ended: CellContent[][];
  totalRow: number;
  endedRow: number;
};

function buildDocumentLines(
  metadata: WorkbookMetadata,
  tables: CountedTables,
  typed: TypedWords,
): DocumentLines {
  const all = getDocuments(metadata);
  const sorted = sortDocuments(all);
  const documents = sorted.filter(isFollowed);
  const day = metadata.summary.products ? `INT(${SETTING_NAMES.today})` : 'TODAY()';
  const given: LineOptions = { tables, first: all[0]!.code, day, typed };
  const lines = documents.map(createDocumentLine);
  const totalRow = FIRST_ROW + lines.length + 1;
  const [, ...counts] = buildCountTable(HEADER_ROW, labels.document, lines, totalRow, tables.tasks);
  const details = [
    ...documents.map((document, index) => buildDetails(document, lines[index]!, FIRST_ROW + index, given)),
    DETAIL_HEADERS.map(() => ''),
    buildDetails(null, TOTAL_LINE, totalRow, given),
  ];
  const followed = [...counts, buildCountLine(TOTAL_LINE, totalRow, tables.tasks)];
  const endedRow = totalRow + 2;
  const ended = sorted
    .filter((document) => !isFollowed(document))
    .map((document, index) => {
      const line = createDocumentLine(document, index);
      const row = endedRow + 1 + index;
      return [...buildCountLine(line, row, tables.tasks), ...buildDetails(document, line, row, given)];
    });
  return {
    followed: followed.map((cells, index) => [...cells, ...details[index]!]),
    ended,
    totalRow,
    endedRow,
  };
}

const LINE_FORMATS = ['@', '@', ...COUNT_FORMATS, ...DETAIL_FORMATS];

function createStatusValidation(top: number, count: number): ValidationSpec {
  return {
    area: createRange(top, STATUS_COLUMN, count, 1),
    rule: { kind: 'list', source: Object.values(DOCUMENT_STATUS_LABELS).join(',') },
    alert: 'stop',
    title: labels.status,
    message: labels.chooseStatus,
  };
}

/**
 * Builds the sheet *Văn bản*: one line a document with its tasks counted by formulas, what no line counts, and the
 * whole workbook; below, the documents that are not followed any more.
 */
function buildDocumentsSheet(
  metadata: WorkbookMetadata,
  { sheet, tasks, log }: CountedTables,
  name: string,
  typed: TypedWords = new Map(),
): SheetSpec {
  const headers: TaskTableHeaders = { ...tasks, ended: listEndedCodes(metadata) };
  const tables = { sheet, tasks: headers, log: metadata.summary.products ? log : null };
  const { followed, ended, totalRow, endedRow } = buildDocumentLines(metadata, tables, typed);
  const count = followed.length - 2;
  const bottom = ended.length > 0 ? endedRow + ended.length : totalRow;
  const area: CellRange = createRange(HEADER_ROW, 0, bottom - HEADER_ROW + 1, WIDTHS.length);
  const endedArea = { ...area, top: endedRow + 1 };
  const bodyFormat: FormatSpec = {
    ...BODY_STYLE,
    wrap: true,
    borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
  };
  const header = [...buildCountHeader(SUMMARY_SHEET_LABELS.number, labels.document), ...DETAIL_HEADERS];
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
      { area: { ...area, top: FIRST_ROW, bottom: totalRow }, format: bodyFormat },
      {
        area: { ...area, top: totalRow, bottom: totalRow },
        format: { bold: true, fillColor: COLORS.band },
      },
      {
        area: createRange(FIRST_ROW, LINK_COLUMN, Math.max(1, count), 1),
        format: { fontColor: STATE_COLORS.inProgress },
      },
      ...(ended.length > 0
        ? [
            { area: createRange(endedRow, 0, 1, 1), format: { ...NOTE_LINE_STYLE, bold: true } },
            { area: endedArea, format: { ...bodyFormat, fontColor: COLORS.greyText } },
          ]
        : []),
    ],
    blocks: [
      createBlock(0, 0, [[labels.sheetTitle], [labels.note]], ['@']),
      createBlock(
        HEADER_ROW,
        0,
        [header],
        WIDTHS.map(() => '@'),
      ),
      ...(ended.length > 0 ? [createBlock(endedRow, 0, [[labels.ended]], ['@'])] : []),
    ],
    afterTables: [
      createBlock(FIRST_ROW, 0, followed, LINE_FORMATS),
      ...(ended.length > 0 ? [createBlock(endedRow + 1, 0, ended, LINE_FORMATS)] : []),
    ],
    validations: [
      ...(count > 0 ? [createStatusValidation(FIRST_ROW, count)] : []),
      ...(ended.length > 0 ? [createStatusValidation(endedRow + 1, ended.length)] : []),
    ],
    conditionalFormats: [],
    fitRows: [{ first: FIRST_ROW, last: bottom }],
    freezeRows: FIRST_ROW,
    page: { ...DEFAULT_PAGE_SETUP, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [{ name: DOCUMENTS_NAME, area }],
  };
}

/** Returns the typed statuses of the documents whose status the change does not decide. */
function getTypedWords(
  { documents }: Snapshot,
  before: WorkbookMetadata,
  after: WorkbookMetadata,
): TypedWords {
  const statuses = new Map(getDocuments(after).map(({ code, status }) => [code, status]));
  const decided = getDocuments(before).flatMap(({ code, status }) =>
    statuses.get(code) === status ? [] : [code],
  );
  return new Map(
    readTypedStatuses(documents, before).flatMap(({ code, word }) =>
      decided.includes(code) ? [] : [[code, word] as const],
    ),
  );
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
  const typed = getTypedWords(snapshot, before, after);
  const spec = buildDocumentsSheet(after, tables, sheet, typed);
  return isEqual(spec, buildDocumentsSheet(before, tables, sheet, typed))
    ? []
    : [{ kind: 'rewrite-sheet', sheet: spec, names: [DOCUMENTS_NAME], charts: [] }];
}
