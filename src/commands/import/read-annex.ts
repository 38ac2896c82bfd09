import { readActiveSheet } from '../../excel/read/read-active-sheet';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import type { TableSummary } from '../../import/assemble/list-tables';
import type { PlanDocument } from '../../import/plan-document/types';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import { type Command, type CommandContext, getReaders } from '../command';
import { type AnnexReading, readAnnexTable } from './review-table';

/** Source of an annex: a file, the clipboard, the open sheet or its selected part. */
export type AnnexSource =
  | { kind: 'file'; name: string; file: Blob }
  /** `html` and `text` of the clipboard; '' if it has none. */
  | { kind: 'clipboard'; name: string; html: string; text: string }
  | { kind: 'open-sheet' }
  | { kind: 'selection' };

/** A plan in prose, from which the user selects parts. */
export type PlanReading = {
  kind: 'plan';
  document: RawDocument;
  plan: PlanDocument;
  /** Warnings from reading the document, also those that name the tables it is read without. */
  warnings: Problem[];
};

/** No table can be taken without asking: it is of another kind, or its columns are not known. */
export type TableQuestion = {
  kind: 'question';
  document: RawDocument;
  tables: TableSummary[];
  /** The table asked about. */
  index: number;
  /** Why it was not taken; null where the user wants to see its columns. */
  problem: Problem | null;
};

export type DocumentReading = AnnexReading | PlanReading | TableQuestion;

async function finishReading(read: Result<RawDocument>): Promise<Result<RawDocument>> {
  if (!read.ok) return read;
  const { finishDocument } = await import('../../readers/finish-document');
  return { ...read, value: finishDocument(read.value) };
}

async function readSheetDocument(selectionOnly: boolean): Promise<Result<RawDocument>> {
  return finishReading(await runOnWorkbook((excel) => readActiveSheet(excel, selectionOnly)));
}

function readSource(source: AnnexSource, context: CommandContext): Promise<Result<RawDocument>> {
  const progress = { signal: context.signal, onPage: context.onProgress };
  switch (source.kind) {
    case 'file':
      return getReaders(context).readDocument(
        { kind: 'file', file: source.name, source: source.file },
        progress,
      );
    case 'clipboard':
      return getReaders(context).readDocument({ ...source, file: source.name }, progress);
    case 'open-sheet':
    case 'selection':
      return readSheetDocument(source.kind === 'selection');
  }
}

/**
 * Reads the plan of a document without a task table.
 *
 * @returns null if the document is no plan
 */
async function tryReadPlan(document: RawDocument): Promise<Result<DocumentReading> | null> {
  const { readDocumentContent } = await import('../../import/plan-document/read-document-content');
  const content = readDocumentContent(document);
  if (!content.ok || content.value.kind !== 'plan') return null;
  const { nameTablesLeftOut } = await import('../../import/assemble/list-tables');
  const warnings = [...document.warnings, ...nameTablesLeftOut(document)];
  return { ...content, value: { kind: 'plan', document, plan: content.value.plan, warnings } };
}

/**
 * Asks about the tables of a document that has none to be taken as it is.
 *
 * @returns null if the document has no table with rows
 */
async function askForTables(
  document: RawDocument,
  problem: Problem | undefined,
): Promise<TableQuestion | null> {
  const { listTables } = await import('../../import/assemble/list-tables');
  const tables = listTables(document);
  const filled = tables.filter(({ tasks }) => tasks > 0);
  const asked = filled.find(({ index }) => index + 1 === problem?.details?.table) ?? filled[0];
  return asked ? { kind: 'question', document, tables, index: asked.index, problem: problem ?? null } : null;
}

/** Reads an annex or a plan for the preview, or asks about its tables; the workbook is not changed. */
export const readAnnex: Command<AnnexSource, DocumentReading> = {
  id: 'read-annex',
  labelKey: 'command.read-annex',
  stoppable: true,
  run: async (context, source) => {
    const document = await readSource(source, context);
    if (!document.ok) return document;
    const table = await readAnnexTable(document.value);
    if (table.ok) return table;
    const plan = await tryReadPlan(document.value);
    if (plan) return plan;
    const question = await askForTables(document.value, table.problems[0]);
    return question ? ok(question) : table;
  },
};
