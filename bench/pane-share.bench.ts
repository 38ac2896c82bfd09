/**
 * What the pane's jobs ask of Excel: requests, bytes each way, and processor time in the simulator, with its
 * calculation and without: the rest is office.js and the add-in.
 */
import '../src/i18n/register-english';
import {
  consolidateSimulated,
  createDatedAnnex,
  createMonthlyAnnex,
  importTasks,
  measureOffice,
  openBenchExcel,
  renewLog,
} from './office-jobs';

const formatKilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} kB`;

async function report(job: string, prepare: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  const excel = await openBenchExcel();
  await prepare();
  const usage = await measureOffice(excel, work);
  excel.close();
  console.log(
    `${job.padEnd(36)} ${usage.syncs.toString().padStart(4)} syncs ${formatKilobytes(usage.sent).padStart(9)} sent ` +
      `${formatKilobytes(usage.received).padStart(9)} received ${usage.seconds.toFixed(2).padStart(7)} s, ` +
      `${usage.addIn.toFixed(2)} s without the calculation`,
  );
}

const nothing = (): Promise<void> => Promise.resolve();

await report('60 units × 47 tasks, written', nothing, () => consolidateSimulated(60));
await report(
  'the same again, nothing changed',
  () => consolidateSimulated(60),
  () => consolidateSimulated(60),
);
await report('log of 2,000 occurrences, made', () => importTasks(createMonthlyAnnex(2_000)), renewLog);
await report(
  'log of 2,000 occurrences, renewed',
  async () => {
    await importTasks(createMonthlyAnnex(2_000));
    await renewLog();
  },
  renewLog,
);
await report('5,000 tasks, imported', nothing, () => importTasks(createDatedAnnex(5_000)));
