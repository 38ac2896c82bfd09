/** What a thread does once TypeScript can be loaded: serves documents and workbooks until it is closed, or runs a call. */
import { parentPort } from 'node:worker_threads';
import type { MessageToReader } from '../../consolidation/run/reader-messages';
import type { DocumentRequest } from '../../import/document-reader';
import { reportToWatcher } from './report-to-watcher';
import type { RunRequest } from './run-in-thread';

const answer = (message: unknown): void => parentPort?.postMessage(message);

/** The code of each kind is loaded when it is first asked for; messages keep their order. */
async function createWorkbookServer(): Promise<(message: MessageToReader) => void> {
  const { serveReader } = await import('../../consolidation/run/serve-reader');
  const { nodeReader } = await import('../consolidation/node-reader');
  return serveReader(nodeReader, answer);
}

async function answerDocument(request: DocumentRequest): Promise<void> {
  const { serveDocument } = await import('../../import/serve-document');
  const { readInput } = await import('../files');
  await serveDocument(request, (path) => Promise.resolve(readInput(String(path))), answer);
}

async function runCall({ args }: RunRequest): Promise<void> {
  const { runProgram } = await import('../run-program');
  const code = await runProgram(args, {
    out: (line) => reportToWatcher({ kind: 'out', line }),
    error: (line) => reportToWatcher({ kind: 'error', line }),
  });
  reportToWatcher({ kind: 'done', code });
  parentPort?.close();
}

let workbooks: Promise<(message: MessageToReader) => void> | null = null;
parentPort?.on('message', (message: MessageToReader | DocumentRequest | RunRequest | 'warm-up') => {
  if (message === 'warm-up') void import('../../import/serve-document');
  else if (message.kind === 'document') void answerDocument(message);
  else if (message.kind === 'run') void runCall(message);
  else {
    workbooks ??= createWorkbookServer();
    void workbooks.then((serve) => serve(message));
  }
});
