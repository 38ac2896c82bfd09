/** Excel on the web refuses requests above 5 MB and grows slow long before; one request stays below 1 MB. */
const LIMIT = 900_000;

const encoder = new TextEncoder();

/** Bytes of a value inside a request: UTF-8 of its JSON, whose quotes are escaped once more on the way. */
export function bytesOf(value: unknown): number {
  const json = JSON.stringify(value);
  return encoder.encode(json).length + (json.split('"').length - 1);
}

/** About what one action and its object paths add. */
export const ACTION_BYTES = 300;

/**
 * Collects what is to be sent and sends it in requests of bounded size. Ask for room before queueing; what was
 * queued is sent by `send` at the latest.
 */
export type Outbox = {
  context: Excel.RequestContext;
  /** Bytes that may still be queued before a request has to be sent. */
  left(): number;
  /** Sends what is queued when so many more bytes would not fit beside it. */
  room(bytes: number): Promise<void>;
  send(): Promise<void>;
  /** Requests sent so far. */
  readonly sent: number;
};

export function openOutbox(context: Excel.RequestContext): Outbox {
  let queued = 0;
  let sent = 0;
  const send = async (): Promise<void> => {
    queued = 0;
    sent += 1;
    await context.sync();
  };
  return {
    context,
    left: () => LIMIT - queued,
    room: async (bytes) => {
      if (queued > 0 && queued + bytes > LIMIT) await send();
      queued += bytes;
    },
    send,
    get sent() {
      return sent;
    },
  };
}
