import type { Decoration } from './run-decorations';

/** Excel on the web rejects requests above 5 MB and becomes slow long before; a request stays below 1 MB. */
const MAX_REQUEST_BYTES = 900_000;

const UTF8_ENCODER = new TextEncoder();

/** Counts the bytes of a value in a request: UTF-8 of its JSON, whose quotes are escaped once more. */
export function countRequestBytes(value: unknown): number {
  const json = JSON.stringify(value);
  return UTF8_ENCODER.encode(json).length + (json.split('"').length - 1);
}

/** Approximate size of one action and its object paths. */
export const ACTION_BYTES = 300;

/**
 * Sends queued actions in requests of bounded size. Call `reserve` before queueing; `send` sends the rest at the end.
 */
export type RequestBatcher = {
  context: Excel.RequestContext;
  /** Bytes that may still be queued before a request has to be sent. */
  remaining(): number;
  /** Sends what is queued if so many more bytes would not fit into the same request. */
  reserve(bytes: number): Promise<void>;
  send(): Promise<void>;
  /** Decorations to run after all data has been sent. */
  readonly decorations: Decoration[];
};

export function createRequestBatcher(context: Excel.RequestContext): RequestBatcher {
  let queued = 0;
  const send = async (): Promise<void> => {
    queued = 0;
    await context.sync();
  };
  return {
    context,
    remaining: () => MAX_REQUEST_BYTES - queued,
    reserve: async (bytes) => {
      if (queued > 0 && queued + bytes > MAX_REQUEST_BYTES) await send();
      queued += bytes;
    },
    send,
    decorations: [],
  };
}
