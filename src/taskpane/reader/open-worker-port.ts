import type { ReaderMessage, ReaderPort } from '../../readers/pool/reader-port';

/** Returns the port of a worker that was just made. */
export function openWorkerPort<Message, Outcome>(worker: Worker): ReaderPort<Message, Outcome> {
  const close = (): void => worker.terminate();
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.onmessage = ({ data }: MessageEvent<ReaderMessage<Outcome>>) => listener(data);
    },
    onFailure: (listener) => {
      worker.onerror = (event) => listener({ kind: 'stopped', reason: event.message });
      worker.onmessageerror = () => listener({ kind: 'stopped', reason: 'message' });
    },
    close,
    // A document is read now and then: what the worker holds is better given back.
    release: close,
  };
}
