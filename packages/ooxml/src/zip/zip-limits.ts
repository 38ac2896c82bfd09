/** The most that a package may cost; a larger one is an error. */
export type ZipLimits = {
  entries: number;
  /** Bytes of one inflated part. */
  partBytes: number;
  /** Bytes of all parts together, as the directory declares them. */
  totalBytes: number;
  /** Largest ratio of the inflated to the deflated size of a part. */
  ratio: number;
  /** Smaller parts may have any ratio: a table of blank rows packs very well, and costs little to read. */
  ratioFromBytes: number;
  /** Names of parts that are never inflated, so their sizes do not matter until one is read. */
  exempt: RegExp | null;
};

const MEGABYTE = 1024 * 1024;

/** For reading documents: the Word and Excel files of an office stay far below all of these. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 4000,
  partBytes: 128 * MEGABYTE,
  totalBytes: 512 * MEGABYTE,
  ratio: 200,
  ratioFromBytes: 16 * MEGABYTE,
  exempt: /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|wdp)$/i,
};

/** Deflated bytes fed to the inflater at a time: at most 16 MB can come out before the limit is checked again. */
export const INFLATE_STEP = 16 * 1024;
