import { readActiveSheet } from '../../excel/read/read-active-sheet';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import type { PlanDocument } from '../../import/plan-document/types';
import { readDocument } from '../../import/read-document';
import type { RawDocument } from '../../readers/raw-document';
import type { Result } from '../../shared/result';
import type { Command, CommandContext } from '../command';
import { type AnnexReading, readAnnexTable } from './review-table';

/** Source of an annex: a file, the clipboard, the open sheet or its selected part. */
export type AnnexSource =
  | { kind: 'file'; name: string; bytes: Uint8Array }
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

/**
 * Reads the clipboard: a table in HTML, which has more information than its text (merged cells, fonts of old
 * encodings), otherwise the text. Text with tabs is a table; text from a PDF viewer is read like a text file.
 */
async function readClipboard(name: string, html: string, text: string): Promise<Result<RawDocument>> {
  return finishReading(
    /<table/i.test(html)
      ? (await import('../../readers/html/read-html')).readHtml(html, name)
      : (await import('../../import/text-tables/read-text')).readText(text, name),
  );
}

async function readSheetDocument(selectionOnly: boolean): Promise<Result<RawDocument>> {
  return finishReading(await runOnWorkbook((excel) => readActiveSheet(excel, selectionOnly)));
}

function readSource(
  source: AnnexSource,
  { signal, onProgress }: CommandContext,
): Promise<Result<RawDocument>> {
  switch (source.kind) {
    case 'file':
      return readDocument(source.bytes, source.name, { signal, onPage: onProgress });
    case 'clipboard':
      return readClipboard(source.name, source.html, source.text);
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
