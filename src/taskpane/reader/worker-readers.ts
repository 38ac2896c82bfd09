import type { FileReaders } from '../../commands/command';
import type { FileReaderPort } from '../../consolidation/run/reader-messages';
import type { DocumentPort } from '../../import/document-reader';
import { openWorkerPort } from './open-worker-port';

export function openWorkbookPort(): FileReaderPort {
  return openWorkerPort(new Worker(new URL('./school-worker.ts', import.meta.url)));
}

function openDocumentPort(): DocumentPort {
  return openWorkerPort(new Worker(new URL('./document-worker.ts', import.meta.url)));
}

/** Reads files in workers: the pane stays usable, and what takes too long is ended. */
export const WORKER_READERS: FileReaders = {
  readDocument: async (document, progress) => {
    const { createDocumentReader } = await import('../../import/document-reader');
    return createDocumentReader(openDocumentPort)(document, progress);
  },
  readWorkbook: async (file, source) => {
    const { readWorkbook } = await import('../../consolidation/run/read-workbook');
    return readWorkbook({ file, source }, openWorkbookPort);
  },
};
