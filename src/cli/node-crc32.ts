import * as zlib from 'node:zlib';
import { crc32 } from '@phuluc/ooxml/zip/crc32';

/** Node 20.15 and later have it; the types are older. */
const nativeCrc32 = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32;

/** The platform's own where there is one, some ten times as fast as the portable one. */
export const nodeCrc32 = nativeCrc32 ?? ((bytes: Uint8Array): number => crc32(bytes));
