import type { FileReaders } from '../../src/commands/command';
import { serveDocument } from '../../src/import/serve-document';
import type { RawDocument } from '../../src/readers/raw-document';
import { readSchoolFile } from '../../src/school-workbook/read-school-file';
import { ok, type Result } from '../../src/shared/result';

/** Bytes, or a file that was chosen. */
async function load(source: unknown): Promise<Result<Uint8Array>> {
  return ok(source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : (source as Uint8Array));
}

/** Reads files in this thread, for tests without workers. */
export const READERS_HERE: FileReaders = {
  readDocument: (document) =>
    new Promise<Result<RawDocument>>((resolve) => {
      void serveDocument({ kind: 'document', document }, load, (message) => {
        if ('outcome' in message) resolve(message.outcome);
      });
    }),
  readWorkbook: async (file, source) => {
    const bytes = await load(source);
    return bytes.ok ? readSchoolFile({ file, bytes: bytes.value, sha256: '' }) : bytes;
  },
};
