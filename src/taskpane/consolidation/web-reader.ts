import type { Problem } from '../../shared/problem';
import type { ReaderPlatform } from '../../consolidation/run/serve-reader';
import { readSchoolFile } from '../../school-workbook/read-school-file';

const UNREADABLE_FILE: Problem = { code: 'file-not-found', severity: 'error', place: {} };

function toHex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads school workbooks that were chosen or dropped in the pane. */
export const webReader: ReaderPlatform = {
  load: async (file) => {
    try {
      return { ok: true, value: new Uint8Array(await (file as File).arrayBuffer()), warnings: [] };
    } catch {
      // Taken away or changed since it was chosen.
      return { ok: false, problems: [UNREADABLE_FILE] };
    }
  },
  sha256: async (bytes) => toHex(await crypto.subtle.digest('SHA-256', bytes.slice().buffer)),
  read: (source) => readSchoolFile(source),
};
