/**
 * Messages between a page with office.js and its host, as Excel on the web exchanges them (office.js,
 * Microsoft.Office.Common.Message and XdmCommunicationManager). Each travels as JSON text by postMessage.
 */

export type Envelope = {
  /** 0 request, 1 response. */
  _messageType: 0 | 1;
  _actionName: string;
  _conversationId: string;
  _correlationId: number | string;
  _origin: string;
  _data: unknown;
  _serializerVersion: 1;
  /** Of a request: 0 invoke, 1 register an event, 2 unregister. */
  _actionType?: 0 | 1 | 2;
  /** Of a response: 0 when all is well. */
  _errorCode?: number;
  /** Of a response: 0 answers a call, 1 is an event. */
  _responseType?: 0 | 1;
};

/** Reads a message; null for what other scripts of the page send to each other. */
export const readEnvelope = (message: unknown): Envelope | null => {
  if (typeof message !== 'string') return null;
  try {
    const parsed = JSON.parse(message) as Partial<Envelope> | null;
    return typeof parsed?._actionName === 'string' && typeof parsed._conversationId === 'string'
      ? (parsed as Envelope)
      : null;
  } catch {
    return null;
  }
};

type Reply = Pick<Envelope, '_actionName' | '_conversationId' | '_correlationId'>;

export const answer = (to: Reply, origin: string, data: unknown, responseType: 0 | 1 = 0): string =>
  JSON.stringify({
    _messageType: 1,
    _actionName: to._actionName,
    _conversationId: to._conversationId,
    _correlationId: to._correlationId,
    _origin: origin,
    _data: data,
    _serializerVersion: 1,
    _errorCode: 0,
    _responseType: responseType,
  } satisfies Envelope);
