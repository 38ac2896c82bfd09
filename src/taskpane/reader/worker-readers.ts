import type { FileReaders } from '../../commands/command';
import type { FileReaderPort } from '../../consolidation/run/reader-messages';
import { createDocumentReader } from '../../import/document-reader';
import { openWorkerPort } from './open-worker-port';

export function openWorkbookPort(): FileReaderPort {
  return openWorkerPort(new Worker(new URL('./school-worker.ts', import.meta.url)));
}

/** Reads files in workers: the pane stays usable, and what takes too long is ended. */
export const WORKER_READERS: FileReaders = {
  readDocument: createDocumentReader(() =>
    openWorkerPort(new Worker(new URL('./document-worker.ts', import.meta.url))),
  ),
  readWorkbook: async (file, source) => {
    const { readWorkbook } = await import('../../consolidation/run/read-workbook');
    return readWorkbook({ file, source }, openWorkbookPort);
  },
};
