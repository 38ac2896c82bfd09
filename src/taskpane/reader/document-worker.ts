/** Entry of a worker that reads the documents that a clerk imports. */
import type { DocumentAnswer, DocumentRequest } from '../../import/document-reader';
import { serveDocument } from '../../import/serve-document';
import { loadFile } from './load-file';
import type { WorkerScope } from './worker-scope';

const scope = globalThis as unknown as WorkerScope<DocumentRequest, DocumentAnswer>;
scope.onmessage = ({ data }) =>
  void serveDocument(
    data,
    (file) => loadFile(file as Blob),
    (message) => scope.postMessage(message),
  );
