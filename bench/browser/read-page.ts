/** A page that reads chosen workbooks as the pane does, in its Web Workers, and says how long it took. */
import type { Annex } from '../../src/annex/types';
import type { ReadOutcome } from '../../src/consolidation/run/reader-messages';
import { readChosenFiles } from '../../src/taskpane/consolidation/read-chosen-files';

export type BrowserReading = { seconds: number; matched: number; failed: number; rows: number };

/** Reads the files of the page's only input. */
async function readAll(annex: Annex): Promise<BrowserReading> {
  const files = [...(document.querySelector('input')?.files ?? [])];
  const outcomes: ReadOutcome[] = [];
  const start = performance.now();
  await readChosenFiles(new Map(files.map((file) => [file.name, file])), {
    annex,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const matched = outcomes.flatMap((one) => (one.kind === 'matched' ? [one.file] : []));
  return {
    seconds: (performance.now() - start) / 1000,
    matched: matched.length,
    failed: outcomes.filter(({ kind }) => kind === 'failed').length,
    rows: matched.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

Object.assign(globalThis, { readAll });
