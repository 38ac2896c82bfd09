/** How long a reader may take for one file (milliseconds). */
export type ReadLimits = {
  /** Until it has started, and while it fetches code: a slow network is no fault of the file. */
  loading: number;
  reading: number;
};

/**
 * The slowest document of the corpora takes 3 s. A file made to keep a reader busy is given up before a clerk would
 * close the pane.
 */
export const READ_LIMITS: ReadLimits = { loading: 60_000, reading: 10_000 };

/** Megabytes by which one file may make the program grow; the largest of the corpora needs some 200. */
export const MAX_GROWTH_MEGABYTES = 480;
