/** A file to read. */
export type FileContent = {
  /** Path or name, for messages. */
  file: string;
  bytes: Uint8Array;
  /** Lower-case hexadecimal digits. */
  sha256: string;
};
