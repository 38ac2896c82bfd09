/** Entry of a worker that reads school workbooks. */
import type { MessageFromReader, MessageToReader } from '../../consolidation/run/reader-messages';
import { serveReader } from '../../consolidation/run/serve-reader';
import { webReader } from './web-reader';
import type { WorkerScope } from './worker-scope';

const scope = globalThis as unknown as WorkerScope<MessageToReader, MessageFromReader>;
const serve = serveReader(webReader, (message) => scope.postMessage(message));
scope.onmessage = ({ data }) => serve(data);
