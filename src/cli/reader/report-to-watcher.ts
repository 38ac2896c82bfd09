import { parentPort } from 'node:worker_threads';

/** What a run in a thread says to the one who watches it. */
export type RunReport =
  | { kind: 'out'; line: string }
  | { kind: 'error'; line: string }
  /** The workbook of the user that is being read; null once that is over. */
  | { kind: 'reading'; file: string | null }
  /** A temporary file that is to be removed if the run is ended. */
  | { kind: 'claimed'; path: string }
  | { kind: 'done'; code: number };

/** Says what a run is at; without a watcher nobody hears it. */
export function reportToWatcher(report: RunReport): void {
  parentPort?.postMessage(report);
}
