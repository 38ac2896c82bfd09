import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';
import { type Codec, PORTABLE_CODEC } from '@phuluc/ooxml/zip/codec';
import type { ReaderPlatform } from '../../consolidation/run/serve-reader';
import { MAX_ARCHIVE_BYTES } from '../../import/file-limits';
import { readSchoolFile } from '../../school-workbook/read-school-file';
import { ok } from '../../shared/result';
import { readInput } from '../files';
import { nodeCrc32 } from '../node-crc32';

/** Bytes; zlib takes no less. */
const MIN_CHUNK_BYTES = 64;

const NON_ASCII = /[\u0080-\u00ff]/;

/** Node's own zlib, some three times as fast as the portable one on large parts. */
export const NODE_CODEC: Codec = {
  // A lying size makes zlib throw; a part of no bytes at all must not ask for none. One chunk holds the whole part and
  // one byte more, so that zlib need not ask for room again.
  inflate: (deflated, size) =>
    zlib.inflateRawSync(deflated, {
      maxOutputLength: Math.max(1, size),
      chunkSize: Math.max(MIN_CHUNK_BYTES, size + 1),
    }),
  crc32: nodeCrc32,
  decode: PORTABLE_CODEC.decode,
  bytewise: {
    open: (bytes) => {
      // What the portable reader refuses is refused here, whether those bytes are asked for or not.
      if (!isUtf8(bytes)) throw new TypeError('not UTF-8');
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    },
    text: (raw) => (NON_ASCII.test(raw) ? PORTABLE_CODEC.decode(Buffer.from(raw, 'latin1')) : raw),
  },
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads school workbooks by their paths. */
export const nodeReader: ReaderPlatform = {
  // The bytes themselves, or where they are.
  load: async (source) =>
    source instanceof Uint8Array ? ok(source) : readInput(String(source), MAX_ARCHIVE_BYTES),
  sha256,
  read: (source, onStage) => readSchoolFile(source, NODE_CODEC, onStage),
};
