import type { Result } from '../annex/problem';
import { readOpenSheet } from '../excel/read-sheet';
import { runOnWorkbook } from '../excel/run';
import { assembleTable, type Assembled } from '../intake/assemble/assemble-annex';
import { readDocument } from '../intake/read-document';
import type { RawDocument } from '../intake/raw-document';
import type { Command, CommandContext } from './command';

/** Where an annex comes from: a file of the clerk's, what was copied elsewhere, or the sheet that is open. */
export type AnnexSource =
  | { kind: 'file'; name: string; bytes: Uint8Array }
  /** `html` and `text` as the clipboard has them; '' where it has none. */
  | { kind: 'clipboard'; name: string; html: string; text: string }
  | { kind: 'open-sheet' };
export type ReadAnnex = { document: RawDocument; assembled: Assembled };

const noTable = (file: string): Result<RawDocument> => ({
  ok: false,
  problems: [{ code: 'no-table', severity: 'error', place: { file } }],
});

/** A table in HTML says more (merged cells, fonts of old encodings) than the text beside it. */
const clipboardDocument = async (name: string, html: string, text: string): Promise<Result<RawDocument>> => {
  const { convertLegacyDocument } = await import('../intake/legacy/convert-document');
  if (/<table/i.test(html)) {
    const read = (await import('../intake/html/read-html')).readHtml(html, name);
    return read.ok ? { ...read, value: convertLegacyDocument(read.value) } : read;
  }
  const document = (await import('../intake/text/tab-separated')).readTabSeparated(text, name);
  return document ? { ok: true, value: convertLegacyDocument(document), warnings: [] } : noTable(name);
};

const documentOf = (
  source: AnnexSource,
  { signal, onProgress }: CommandContext,
): Promise<Result<RawDocument>> => {
  switch (source.kind) {
    case 'file':
      return readDocument(source.bytes, source.name, { signal, onPage: onProgress });
    case 'clipboard':
      return clipboardDocument(source.name, source.html, source.text);
    case 'open-sheet':
      return runOnWorkbook(readOpenSheet);
  }
};

/** Reads an annex for the preview; the workbook is not touched. */
export const readAnnex: Command<AnnexSource, ReadAnnex> = {
  id: 'read-annex',
  labelKey: 'command.read-annex',
  stoppable: true,
  run: async (context, source) => {
    const document = await documentOf(source, context);
    if (!document.ok) return document;
    const assembled = assembleTable(document.value);
    return assembled.ok
      ? { ...assembled, value: { document: document.value, assembled: assembled.value } }
      : assembled;
  },
};
