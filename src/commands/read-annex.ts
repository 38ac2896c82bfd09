import type { Result } from '../annex/problem';
import { readOpenSheet } from '../excel/read-sheet';
import { runOnWorkbook } from '../excel/run';
import { assembleTable, type Assembled } from '../intake/assemble/assemble-annex';
import { readDocument } from '../intake/read-document';
import type { RawDocument } from '../intake/raw-document';
import type { Command } from './command';

/** Where an annex comes from: a file of the clerk's, or the sheet that is open. */
export type AnnexSource = { kind: 'file'; name: string; bytes: Uint8Array } | { kind: 'open-sheet' };
export type ReadAnnex = { document: RawDocument; assembled: Assembled };

const documentOf = (source: AnnexSource): Promise<Result<RawDocument>> =>
  source.kind === 'file' ? readDocument(source.bytes, source.name) : runOnWorkbook(readOpenSheet);

/** Reads an annex for the preview; the workbook is not touched. */
export const readAnnex: Command<AnnexSource, ReadAnnex> = {
  id: 'read-annex',
  labelKey: 'command.read-annex',
  run: async (_, source) => {
    const document = await documentOf(source);
    if (!document.ok) return document;
    const assembled = assembleTable(document.value);
    return assembled.ok
      ? { ...assembled, value: { document: document.value, assembled: assembled.value } }
      : assembled;
  },
};
