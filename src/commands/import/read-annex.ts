import { readActiveSheet } from '../../excel/read/read-active-sheet';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import type { PlanDocument } from '../../import/plan-document/types';
import type { RawDocument } from '../../readers/raw-document';
import type { Result } from '../../shared/result';
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
export type PlanReading = { kind: 'plan'; document: RawDocument; plan: PlanDocument };
export type DocumentReading = AnnexReading | PlanReading;

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
  const { detectDocumentKind } = await import('../../import/plan-document/read-document-content');
  if (detectDocumentKind(document) !== 'plan') return null;
  const plan = (await import('../../import/plan-document/read-plan-document')).readPlanDocument(document);
  return plan.ok ? { ...plan, value: { kind: 'plan', document, plan: plan.value } } : null;
}

/** Reads an annex or a plan for the preview; the workbook is not changed. */
export const readAnnex: Command<AnnexSource, DocumentReading> = {
  id: 'read-annex',
  labelKey: 'command.read-annex',
  stoppable: true,
  run: async (context, source) => {
    const document = await readSource(source, context);
    if (!document.ok) return document;
    const table = await readAnnexTable(document.value);
    return table.ok ? table : ((await tryReadPlan(document.value)) ?? table);
  },
};
