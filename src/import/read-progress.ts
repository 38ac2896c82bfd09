/** For readers that take a while: a page at a time. */
export type ReadProgress = {
  onPage?: (done: number, total: number) => void;
  /** Stops between pages; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
};
