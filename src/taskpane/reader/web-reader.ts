import type { ReaderPlatform } from '../../consolidation/run/serve-reader';
import { MAX_ARCHIVE_BYTES } from '../../import/file-limits';
import { readSchoolFile } from '../../school-workbook/read-school-file';
import { ok } from '../../shared/result';
import { loadFile } from './load-file';

function toHex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads school workbooks that were chosen or dropped in the pane. */
export const webReader: ReaderPlatform = {
  // The bytes themselves, or the file that has them.
  load: async (source) =>
    source instanceof Uint8Array ? ok(source) : loadFile(source as File, MAX_ARCHIVE_BYTES),
  sha256: async (bytes) => toHex(await crypto.subtle.digest('SHA-256', bytes.slice().buffer)),
  read: (source, onStage) => readSchoolFile(source, undefined, onStage),
};
