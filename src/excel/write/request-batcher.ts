/** Excel on the web refuses requests above 5 MB and grows slow long before; one request stays below 1 MB. */
const MAX_REQUEST_BYTES = 900_000;

const UTF8_ENCODER = new TextEncoder();

/** Bytes of a value inside a request: UTF-8 of its JSON, whose quotes are escaped once more on the way. */
export function countRequestBytes(value: unknown): number {
  const json = JSON.stringify(value);
  return UTF8_ENCODER.encode(json).length + (json.split('"').length - 1);
}

/** About what one action and its object paths add. */
export const ACTION_BYTES = 300;

/**
 * Collects what is to be sent and sends it in requests of bounded size. Ask for room before queueing; what was
 * queued is sent by `send` at the latest.
 */
export type RequestBatcher = {
  context: Excel.RequestContext;
  /** Bytes that may still be queued before a request has to be sent. */
  remaining(): number;
  /** Sends what is queued when so many more bytes would not fit beside it. */
  reserve(bytes: number): Promise<void>;
  send(): Promise<void>;
  /** Requests sent so far. */
  readonly sent: number;
};

export function createRequestBatcher(context: Excel.RequestContext): RequestBatcher {
  let queued = 0;
  let sent = 0;
  const send = async (): Promise<void> => {
    queued = 0;
    sent += 1;
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
    get sent() {
      return sent;
    },
  };
}
