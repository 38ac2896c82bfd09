/**
 * A workbook of six documents beside one of a single document with as many tasks: what agenda and figures take for
 * each task. Processor time, the least of several passes; without the calculation.
 */
import { importAnnex } from '../src/commands/import/import-annex';
import { readProgressView } from '../src/commands/progress/index';
import { readDocuments } from '../src/commands/read-documents';
import { readWorkbookView } from '../src/commands/read-workbook-view';
import { SAMPLE_UNIT } from '../test/support/builders/create-sample-annex';
import { COMMAND_CONTEXT } from '../test/support/excel/open-excel';
import { createDatedAnnex, measureOffice, openBenchExcel, renewLog } from './office-jobs';

const TASKS = 300;
const DOCUMENTS = 6;
const PASSES = 5;
/** Times what a task of a workbook with one document takes. */
const MOST_TIMES = 1.5;

const JOBS = {
  agenda: () => readProgressView.run(COMMAND_CONTEXT, {}),
  figures: () => readWorkbookView.run(COMMAND_CONTEXT, undefined),
  documents: () => readDocuments.run(COMMAND_CONTEXT, undefined),
} as const;

async function importDocument(index: number, tasks: number): Promise<void> {
  const annex = createDatedAnnex(tasks);
  const edition = { ...annex.edition, number: `${index + 11}/KH-UBND`, title: `Kế hoạch thứ ${index + 1}` };
  const staged = await importAnnex.stage(COMMAND_CONTEXT, {
    annex: { ...annex, edition },
    unit: SAMPLE_UNIT,
    merge: 'replace-nonblank',
    ...(index > 0 && { document: 'new' as const }),
  });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

async function measureWorkbook(documents: number): Promise<Record<keyof typeof JOBS, number>> {
  const excel = await openBenchExcel();
  for (let index = 0; index < documents; index += 1) await importDocument(index, TASKS / documents);
  await renewLog();
  const least = { agenda: Infinity, figures: Infinity, documents: Infinity };
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [job, run] of Object.entries(JOBS) as [keyof typeof JOBS, () => unknown][])
      least[job] = Math.min(least[job], (await measureOffice(excel, run)).addIn);
  }
  excel.close();
  return least;
}

const [one, several] = [await measureWorkbook(1), await measureWorkbook(DOCUMENTS)];
for (const job of Object.keys(JOBS) as (keyof typeof JOBS)[]) {
  const times = several[job] / one[job];
  console.log(
    `${job.padEnd(10)} ${(several[job] * 1000).toFixed(0).padStart(5)} ms, with one document ${(one[job] * 1000).toFixed(0).padStart(5)} ms: ${times.toFixed(2)} × (at most ${MOST_TIMES} × is asked)`,
  );
  if (times > MOST_TIMES) process.exitCode = 1;
}
