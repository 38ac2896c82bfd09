import { inflateSync } from 'fflate';
import { decodeUtf8 } from '../xml/plain-xml';
import { crc32 } from './crc32';

/** What a platform does faster than JavaScript: Node has inflate and CRC in its zlib. */
export type Codec = {
  /** Inflates raw deflate data to exactly `size` bytes; throws on damaged data, and may stop at `size`. */
  inflate: (deflated: Uint8Array, size: number) => Uint8Array;
  crc32: (bytes: Uint8Array) => number;
  /** Decodes UTF-8; throws on other bytes. */
  decode: (bytes: Uint8Array) => string;
  /**
   * If the platform has it: `open` turns bytes into one character each (and throws if they are not UTF-8), `text`
   * decodes such characters. A sheet is mostly tags and numbers, so only the texts in it are decoded.
   */
  bytewise?: { open: (bytes: Uint8Array) => string; text: (raw: string) => string };
};

/** Runs on every platform. */
export const PORTABLE_CODEC: Codec = {
  inflate: (deflated, size) => inflateSync(deflated, { out: new Uint8Array(size) }),
  crc32: (bytes) => crc32(bytes),
  decode: decodeUtf8,
};
