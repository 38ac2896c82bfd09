import { inflateSync } from 'fflate';
import { decodeUtf8 } from '../xml/plain-xml';
import { crc32 } from './crc32';

/** What a platform does faster than the language: Node has both in its zlib. */
export type Codec = {
  /** Raw deflate data → exactly `size` bytes; throws on damaged data, and may stop at `size`. */
  inflate: (deflated: Uint8Array, size: number) => Uint8Array;
  crc32: (bytes: Uint8Array) => number;
  /** UTF-8 → text; throws on other bytes. */
  decode: (bytes: Uint8Array) => string;
  /**
   * Where the platform has it: bytes → text of one character a byte (throws where they are not UTF-8), and such a text
   * → what its UTF-8 says. A sheet is mostly tags and numbers, so only the texts in it are decoded.
   */
  bytewise?: { open: (bytes: Uint8Array) => string; text: (raw: string) => string };
};

/** Runs anywhere. */
export const PORTABLE_CODEC: Codec = {
  inflate: (deflated, size) => inflateSync(deflated, { out: new Uint8Array(size) }),
  crc32: (bytes) => crc32(bytes),
  decode: decodeUtf8,
};
