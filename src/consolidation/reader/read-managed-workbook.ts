import { getEditionYear } from '../../annex/get-edition-year';
import { getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import type { Edition } from '../../annex/types';
import { findUsualUnitName } from '../../annex/unit-names';
import { appendAll } from '../../shared/append-all';
import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type {
  ProgressField,
  ProgressRow,
  SchoolFile,
  SchoolRow,
  SourceCell,
  TaskField,
  UnitClaims,
} from '../types';
import { chooseSheet, toSheetContent } from './choose-sheet';
import type { ConvertLegacyCells } from './convert-legacy-cells';
import { createDateOrderWarnings } from './create-date-order-warnings';
import { createPictureWarnings } from './create-picture-warnings';
import { extractNameLines, iterateTextsAbove } from './extract-name-lines';
import { findOtherTables, findTable, type FoundTable } from './find-table';
import { type FieldRow, readFieldRows } from './read-field-rows';
import { createOwnColumnReader, createUnreadColumnWarning } from './read-own-columns';
import { type CellReadingContext, type CellWarning, readRecordedValues } from './read-recorded-values';
import { createRowDocuments, type RowDocuments } from './read-row-documents';
import { addRecordClaims, readWorkbookRecord } from './read-workbook-record';
import { removeStruckRows } from './remove-struck-rows';
import type { SheetCells } from './sheet-cells';
import { getTaskName, type SheetReading } from './sheet-reading';
import type { WorkbookContract, WorkbookMetadata } from './workbook-contract';
import type { SheetInfo, TableInfo, WorkbookReader } from './workbook-reader';

/** What a workbook of the add-in holds. */
export type ManagedWorkbookContent = Pick<
  SchoolFile,
  'claims' | 'sheet' | 'rows' | 'versions' | 'progressSheet' | 'progress' | 'warnings' | 'documents'
> & { metadata: WorkbookMetadata | null };

/** The book's texts seem to be in a legacy encoding: it must be read with its fonts. */
export const NEEDS_FONTS = 'needs-fonts';

/** A part of the book could not be read, with the reasons. */
export class UnreadablePartError extends Error {
  constructor(readonly problems: Problem[]) {
    super('unreadable part');
  }
}

const MAX_TITLE_NAMES = 3;

/** Collects the claims to a unit. The coordinating column counts only where the metadata sheet names no unit. */
function collectUnitClaims(
  metadata: WorkbookMetadata | null,
  table: FoundTable<string>,
  rows: SchoolRow[],
): UnitClaims {
  const titles = extractNameLines(iterateTextsAbove(table.cells, table.header)).slice(0, MAX_TITLE_NAMES);
  const { code, names } = addRecordClaims(
    metadata,
    titles.map((name) => ({ name, from: 'title' })),
  );
  if (code === '' && !names.some(({ from }) => from === 'record')) {
    const cells = rows.flatMap(({ cells: { coordinatingUnit } }) =>
      coordinatingUnit ? [String(coordinatingUnit.value)] : [],
    );
    const usual = findUsualUnitName(cells);
    if (usual !== '') names.push({ name: usual, from: 'column' });
  }
  return { code, names };
}

function toProblems(
  cellWarnings: readonly CellWarning[],
  file: string,
  sheet: string,
  task: SourceCell | undefined,
): Problem[] {
  return cellWarnings.map(({ code, cell, value }) =>
    warning(code, { file, sheet, cell, ...(task ? { task: String(task.value) } : {}) }, { value }),
  );
}

/** What cells of a document are read with: its year completes days. `code`: undefined in a workbook of one. */
type DocumentContext = (code: string | undefined) => CellReadingContext;

function createDocumentContext(
  date1904: boolean,
  edition: Edition | undefined,
  documents: readonly TrackedDocument[],
): DocumentContext {
  const ownYear = edition ? getEditionYear(edition) : null;
  const years = new Map(documents.map((one) => [one.code, getEditionYear(getCurrentEdition(one))]));
  return (code) => ({ date1904, year: years.get(code ?? '') ?? ownYear });
}

type TableReading = { reading: SheetReading; documents: RowDocuments };

function readTaskRows(
  book: WorkbookReader,
  table: FoundTable<TaskField>,
  file: string,
  { contract, metadata }: { contract: WorkbookContract; metadata: WorkbookMetadata | null },
): TableReading {
  const sheet = table.sheet.name;
  const { date1904 } = book;
  const warnings: Problem[] = [];
  const kept = removeStruckRows(readFieldRows(table, 'content'), 'content', { file, sheet }, warnings);
  const { addOwnAnswers, listUnread, periods: periodColumns } = createOwnColumnReader(table);
  const documents = createRowDocuments(table, kept, {
    header: contract.documentHeader,
    recorded: metadata && (metadata.documents ?? []),
  });
  const getContext = createDocumentContext(date1904, metadata?.edition, documents.list);
  const rows = kept.map((given): SchoolRow => {
    const { row, document } = documents.read(given);
    const cells = addOwnAnswers(row);
    const { recorded, warnings: cellWarnings } = readRecordedValues(cells, getContext(document), null);
    appendAll(warnings, toProblems(cellWarnings, file, sheet, cells.id));
    return {
      row: row.row,
      hidden: row.hidden,
      cells,
      recorded,
      ...(document !== undefined && { document }),
    };
  });
  appendAll(
    warnings,
    listUnread().map((unread) => createUnreadColumnWarning(unread, { file, sheet })),
  );
  appendAll(warnings, createDateOrderWarnings(rows, { date1904, place: { file, sheet } }));
  appendAll(
    warnings,
    createPictureWarnings(
      book.pictures(table.sheet),
      rows.map((row) => ({ row: row.row, task: getTaskName(row) })),
      { file, sheet },
    ),
  );
  const hidden = rows.filter((row) => row.hidden);
  if (hidden.length > 0)
    warnings.push(warning('hidden-rows', { file, sheet, row: hidden[0]!.row }, { rows: hidden.length }));
  if (table.hasHiddenHeaders) warnings.push(warning('headers-hidden', { file, sheet }));
  return {
    documents,
    reading: {
      sheet,
      hidden: table.sheet.hidden,
      rows,
      warnings,
      ...periodColumns.summarize(rows, { file, sheet }),
    },
  };
}

type LogContext = {
  documents: RowDocuments;
  contract: WorkbookContract;
  getContext: DocumentContext;
  place: { file: string; sheet: string };
  warnings: Problem[];
};

const getText = (cell: SourceCell | undefined): string => (cell ? String(cell.value).trim() : '');
const joinTexts = (...parts: (SourceCell | undefined)[]): string =>
  parts.map(getText).filter(Boolean).join('; ');

/** Reads a row of the log; none for one that is not asked for any more, or names no task. */
function readLogRow(
  { row, cells: { lastDay, bound, ...cells } }: FieldRow<ProgressField>,
  { documents, contract, getContext, place, warnings }: LogContext,
): ProgressRow[] {
  if (bound?.value === contract.untracked) return [];
  const { id: task, document } = documents.split(getText(cells.task));
  // What the school's own sheet makes of its deadline: "before the 20th" ends on the 19th.
  const counted = typeof lastDay?.value === 'number' ? lastDay : undefined;
  const { recorded, warnings: cellWarnings } = readRecordedValues(
    { ...cells, due: counted ?? cells.dueByHand ?? cells.due },
    getContext(document),
    'performed',
  );
  appendAll(warnings, toProblems(cellWarnings, place.file, place.sheet, cells.task));
  if (task === '') return [];
  // A document's number proves as much as a file; an explanation stands in for either.
  const proof = {
    evidence: joinTexts(cells.number, cells.evidence),
    note: joinTexts(cells.explanation, cells.note),
  };
  const occurrence = documents.split(getText(cells.key)).id;
  return [
    {
      row,
      cells,
      task,
      occurrence,
      recorded: { ...recorded, ...proof },
      ...(document !== undefined && { document }),
    },
  ];
}

/** Finds the log of occurrences, by its table only. */
function findLog(
  book: WorkbookReader,
  tables: readonly TableInfo[],
  contract: WorkbookContract,
  read: (sheet: SheetInfo) => SheetCells,
): FoundTable<ProgressField> | null {
  const name = contract.progress.table.toLowerCase();
  return tables.some((table) => table.name.toLowerCase().startsWith(name))
    ? findTable({ ...book, sheets: [] }, tables, contract.progress, read)
    : null;
}

/**
 * Reads a workbook by our contract: the hidden sheet by its name, the tables wherever they stand now, columns by
 * their headers. `convert` turns legacy texts into
 * Unicode where the reader knows the fonts of its texts; null where it does not.
 *
 * @returns null for a workbook without the table of tasks; NEEDS_FONTS where legacy texts need their fonts
 * @throws UnreadablePartError for a part that cannot be read
 */
export function readManagedWorkbook(
  book: WorkbookReader,
  file: string,
  contract: WorkbookContract,
  convert: ConvertLegacyCells | null,
): ManagedWorkbookContent | typeof NEEDS_FONTS | null {
  const tables = book.tables();
  if (!tables.ok) throw new UnreadablePartError(tables.problems);
  const warnings: Problem[] = [];
  const sheets = new Map<SheetInfo, SheetCells>();
  const read = (sheet: SheetInfo): SheetCells => {
    const cached = sheets.get(sheet);
    if (cached) return cached;
    const cells = book.cells(sheet);
    if (!cells.ok) throw new UnreadablePartError(cells.problems);
    const unicode = convert?.(cells.value, file) ?? { cells: cells.value, warnings: [] };
    appendAll(
      warnings,
      unicode.warnings.map((problem) => ({ ...problem, place: { ...problem.place, sheet: sheet.name } })),
    );
    const { missingTexts } = cells.value;
    if (missingTexts) {
      const place = { file, sheet: sheet.name, cell: missingTexts.first };
      warnings.push(warning('text-missing', place, { cells: missingTexts.count }));
    }
    sheets.set(sheet, unicode.cells);
    return unicode.cells;
  };

  const { sheet: recordSheet, metadata } = readWorkbookRecord(book, contract);
  const others: WorkbookReader = { ...book, sheets: book.sheets.filter((sheet) => sheet !== recordSheet) };
  const found = findTable(others, tables.value, contract.tasks, read);
  if (!found) return null;
  if (!convert && found.cells.foreignLetters) return NEEDS_FONTS;

  const log = findLog(others, tables.value, contract, read);
  const otherTables = findOtherTables(
    others.sheets.filter((sheet) => sheet !== found.sheet && sheet !== log?.sheet),
    tables.value,
    contract.tasks,
    read,
  );
  const readTable = (one: FoundTable<TaskField>) => readTaskRows(book, one, file, { contract, metadata });
  const [main, ...further] = [readTable(found), ...otherTables.map(readTable)] as const;
  const readings = [main, ...further];
  const { chosen, candidates } = chooseSheet([main.reading, ...further.map(({ reading }) => reading)], file);
  const documents = (readings.find((one) => one.documents.list.length > 0) ?? main).documents;
  const getContext = createDocumentContext(book.date1904, metadata?.edition, documents.list);
  const { sheet } = chosen.reading;
  const table = [found, ...otherTables].find((one) => one.sheet.name === sheet)!;
  if (log?.hasHiddenHeaders) warnings.push(warning('headers-hidden', { file, sheet: log.sheet.name }));
  if (!metadata) warnings.push(warning('record-missing', { file, sheet }));

  const progress = !log
    ? []
    : removeStruckRows(readFieldRows(log, 'task'), 'task', { file, sheet: log.sheet.name }, warnings).flatMap(
        (row) =>
          readLogRow(row, {
            documents,
            contract,
            getContext,
            place: { file, sheet: log.sheet.name },
            warnings,
          }),
      );
  if (log) {
    const place = { file, sheet: log.sheet.name };
    appendAll(warnings, createPictureWarnings(book.pictures(log.sheet), progress, place));
  }
  return {
    metadata,
    claims: collectUnitClaims(metadata, table, chosen.rows),
    ...toSheetContent(chosen, candidates, warnings),
    progressSheet: log?.sheet.name ?? '',
    progress,
    ...(documents.list.length > 0 && { documents: documents.list }),
  };
}
