/**
 * Ends the process whose run takes too much, from a thread beside it: a run that loops answers nobody. Time is the
 * processor's, so that a busy machine fails no run. The signal says which limit was passed.
 */
import { workerData } from 'node:worker_threads';

const CHECK_MS = 100;
const MEGABYTE = 1024 * 1024;
const { startedAt, maxMs, maxMegabytes, timeSignal, memorySignal } = workerData;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1000 - Atomics.load(startedAt, 0) > maxMs) process.kill(process.pid, timeSignal);
  if (process.memoryUsage.rss() / MEGABYTE > maxMegabytes) process.kill(process.pid, memorySignal);
}, CHECK_MS);
