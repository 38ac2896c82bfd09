export type EmbeddedPart = {
  name: string;
  /** Folder of the package that it was taken from, from the root of the project. */
  from: string;
  license: string;
  homepage: string;
  licenseFiles: string[];
};

export const EMBEDDED_PARTS: readonly EmbeddedPart[];
