/** What a package may cost before it is refused. Word and Excel files of an office stay far below all of these. */
export type ZipLimits = {
  entries: number;
  /** Bytes of one inflated part. */
  partBytes: number;
  /** Bytes of all parts together, as the directory declares them. */
  totalBytes: number;
  /** Inflated to deflated size of a part that is not a picture. */
  ratio: number;
  /** Smaller parts may have any ratio: a table of blank rows packs very well, and costs little to read. */
  ratioFromBytes: number;
};

const MEGABYTE = 1024 * 1024;

export const ZIP_LIMITS: ZipLimits = {
  entries: 4000,
  partBytes: 128 * MEGABYTE,
  totalBytes: 512 * MEGABYTE,
  ratio: 200,
  ratioFromBytes: 16 * MEGABYTE,
};

/** Deflated bytes fed to the inflater at a time: at most 16 MB can come out before the cap is looked at again. */
export const INFLATE_STEP = 16 * 1024;
