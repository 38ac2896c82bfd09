import type { ReaderPlatform } from '../../consolidation/run/serve-reader';
import { readSchoolFile } from '../../school-workbook/read-school-file';
import type { Problem } from '../../shared/problem';
import { err, ok, problem } from '../../shared/result';

const UNREADABLE_FILE: Problem = problem('file-not-found');

function toHex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads school workbooks that were chosen or dropped in the pane. */
export const webReader: ReaderPlatform = {
  load: async (source) => {
    try {
      // The bytes themselves, or the file that has them.
      return ok(source instanceof Uint8Array ? source : new Uint8Array(await (source as File).arrayBuffer()));
    } catch {
      // Taken away or changed since it was chosen.
      return err([UNREADABLE_FILE]);
    }
  },
  sha256: async (bytes) => toHex(await crypto.subtle.digest('SHA-256', bytes.slice().buffer)),
  read: (source) => readSchoolFile(source),
};
