import { canDownload } from '../excel/platform';
import { runOnWorkbook } from '../excel/run';
import { takeSnapshot } from '../excel/snapshot';
import type { PaperSettings } from '../paper/paper-settings';
import { settingsOf } from '../workbook/print/paper-of-book';
import type { Command } from './command';

export type PaperView = {
  settings: PaperSettings;
  /** Year of the annex; null where it is not known. */
  year: number | null;
  /** Whether a Word file can be handed over here. */
  canDownload: boolean;
};

/** What the screen of papers starts from. Reads only. */
export const lookAtPaper: Command<void, PaperView> = {
  id: 'look-at-paper',
  labelKey: 'command.look',
  run: () =>
    runOnWorkbook<PaperView>(async (context) => {
      const { facts } = (await takeSnapshot(context)).record;
      const value = {
        settings: settingsOf(facts),
        year: facts?.edition.year ?? null,
        canDownload: canDownload(),
      };
      return { ok: true, value, warnings: [] };
    }),
};
