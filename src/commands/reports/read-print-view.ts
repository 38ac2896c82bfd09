import { canDownload } from '../../excel/can-download';
import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import type { PrintSettings } from '../../reports/print-settings';
import { listSeveralDocuments } from '../../school-workbook/documents/documents';
import { resolvePrintSettings } from '../../school-workbook/print/prepare-annex-print';
import { ok } from '../../shared/result';
import type { Command } from '../command';

export type PrintView = {
  settings: PrintSettings;
  /** Year of the annex; null if unknown. */
  year: number | null;
  /** Those of a workbook of several, of which one must be chosen to print. */
  documents: { code: string; title: string }[];
  /** True if a Word file can be downloaded here. */
  canDownload: boolean;
};

/** Reads the initial state of the print screen. */
export const readPrintView: Command<void, PrintView> = {
  id: 'look-at-paper',
  labelKey: 'command.look',
  run: () =>
    runOnWorkbook<PrintView>(async (context) => {
      const { metadata } = (await readSnapshot(context)).metadataSheet;
      const value = {
        settings: resolvePrintSettings(metadata),
        year: metadata?.edition.year ?? null,
        documents: listSeveralDocuments(metadata),
        canDownload: canDownload(),
      };
      return ok(value);
    }),
};
