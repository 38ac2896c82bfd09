import type { AssembledTable } from '../../import/assemble/assemble-annex';
import type { AssembleOptions } from '../../import/assemble/choose-tables';
import type { AnnexReview } from '../../import/review/annex-review';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import type { Command } from '../command';

/** An annex as read, with the review of its rows. */
export type AnnexReading = {
  kind: 'annex';
  document: RawDocument;
  assembled: AssembledTable;
  /** Warnings from reading the table. */
  warnings: Problem[];
  reviewed: AnnexReview;
};

/** Reads the best table of a document, or what the user has chosen of it. */
export async function readAnnexTable(
  document: RawDocument,
  options: AssembleOptions = {},
): Promise<Result<AnnexReading>> {
  const { assembleTable } = await import('../../import/assemble/assemble-annex');
  const assembled = assembleTable(document, options);
  if (!assembled.ok) return assembled;
  const { createAnnexReview } = await import('../../import/review/annex-review');
  const { value, warnings } = assembled;
  const reviewed = createAnnexReview(document, value, warnings);
  return ok({ kind: 'annex', document, assembled: value, warnings, reviewed }, warnings);
}

/** Reads other tables of a document that was already read; the workbook is not changed. */
export const reviewTable: Command<{ document: RawDocument; options: AssembleOptions }, AnnexReading> = {
  id: 'review-table',
  labelKey: 'command.review-table',
  run: (_, { document, options }) => readAnnexTable(document, options),
};
