/** Entry of a worker that reads school workbooks. */
import type { MessageFromReader, MessageToReader } from '../../consolidation/run/reader-messages';
import { serveReader } from '../../consolidation/run/serve-reader';
import { webReader } from './web-reader';

/** What the DOM's types lack of a worker's own scope. */
type WorkerScope = {
  postMessage: (message: MessageFromReader) => void;
  onmessage: ((event: MessageEvent<MessageToReader>) => void) | null;
};

const scope = globalThis as unknown as WorkerScope;
const serve = serveReader(webReader, (message) => scope.postMessage(message));
scope.onmessage = ({ data }) => serve(data);
