/** What a reading thread does once TypeScript can be loaded: serves files until it is closed. */
import { parentPort } from 'node:worker_threads';
import type { MessageToReader } from '../../consolidation/run/reader-messages';
import { serveReader } from '../../consolidation/run/serve-reader';
import { nodeReader } from './node-reader';

const serve = serveReader(nodeReader, (message) => parentPort?.postMessage(message));
parentPort?.on('message', (message: MessageToReader) => serve(message));
