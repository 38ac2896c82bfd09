import type { ReportStage } from '../readers/pool/reader-port';

/** For readers that take a while: a page at a time. */
export type ReadProgress = {
  onPage?: (done: number, total: number) => void;
  /** Stops between pages; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called when code is to be fetched and when it is there: that time is not the file's. */
  onStage?: ReportStage;
};
