import { createDocumentReader } from '../../import/document-reader';
import type { RawDocument } from '../../readers/raw-document';
import type { Result } from '../../shared/result';
import { openThreadPort } from './thread-port';

const readInThread = createDocumentReader(openThreadPort);

/** Reads the document of a path in a thread, where it can be ended. Problems: as `readDocument`; read-timeout. */
export function readDocumentFile(path: string): Promise<Result<RawDocument>> {
  return readInThread({ kind: 'file', file: path, source: path }, {});
}
