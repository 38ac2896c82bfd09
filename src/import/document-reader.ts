import type { ReaderMessage, ReaderPort } from '../readers/pool/reader-port';
import { runJobs } from '../readers/pool/run-jobs';
import type { RawDocument } from '../readers/raw-document';
import type { Problem } from '../shared/problem';
import { err, type Result } from '../shared/result';
import type { ReadProgress } from './read-progress';

/** What is read: bytes that the platform's reader finds by `source` (a path, a File), or what was pasted. */
export type DocumentSource =
  | { kind: 'file'; file: string; source: unknown }
  | { kind: 'clipboard'; file: string; html: string; text: string };

/** Reads a document where it can be ended: it takes no more than its time and memory, and stops at once. */
export type DocumentReader = (
  source: DocumentSource,
  progress: Pick<ReadProgress, 'onPage' | 'signal'>,
) => Promise<Result<RawDocument>>;

export type DocumentRequest = { kind: 'document'; document: DocumentSource };
export type DocumentAnswer = ReaderMessage<Result<RawDocument>>;
export type DocumentPort = ReaderPort<DocumentRequest, Result<RawDocument>>;

/** Returns a reader whose documents are read behind a port. */
export function createDocumentReader(openPort: () => DocumentPort): DocumentReader {
  return async (document, { onPage, signal }) => {
    let read: Result<RawDocument> | null = null;
    const isComplete = await runJobs<DocumentRequest, Result<RawDocument>>(
      [{ file: document.file, message: { kind: 'document', document } }],
      {
        readers: 1,
        openPort,
        ...(signal && { signal }),
        ...(onPage && { onPage }),
        onOutcome: (_, outcome) => (read = outcome),
        onFailure: (_, failure: Problem) => (read = err([failure])),
      },
    );
    if (!isComplete) signal?.throwIfAborted();
    return read ?? err('reader-stopped', { file: document.file });
  };
}
