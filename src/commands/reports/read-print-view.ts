import { canDownload } from '../../excel/can-download';
import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import type { PrintSettings } from '../../reports/print-settings';
import { resolvePrintSettings } from '../../school-workbook/print/prepare-annex-print';
import { ok } from '../../shared/result';
import type { Command } from '../command';

export type PrintView = {
  settings: PrintSettings;
  /** Year of the annex; null where it is not known. */
  year: number | null;
  /** Whether a Word file can be handed over here. */
  canDownload: boolean;
};

/** What the screen of papers starts from. Reads only. */
export const readPrintView: Command<void, PrintView> = {
  id: 'look-at-paper',
  labelKey: 'command.look',
  run: () =>
    runOnWorkbook<PrintView>(async (context) => {
      const { metadata: facts } = (await readSnapshot(context)).metadataSheet;
      const value = {
        settings: resolvePrintSettings(facts),
        year: facts?.edition.year ?? null,
        canDownload: canDownload(),
      };
      return ok(value);
    }),
};
