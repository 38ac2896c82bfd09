import { serveRequest } from '../protocol/serve-request';
import type { HostEvent, Session } from '../protocol/types';
import type { Json, JsonObject } from '../protocol/wire';
import { createAppContext } from './app-context';
import { readDocumentSettings, writeDocumentSettings } from './document-settings';

/**
 * The host's side of the messages by which office.js talks to Excel on the web: a JSON text in, JSON texts
 * out. It does not depend on how they travel, so the same host serves a page in an iframe and a library in a
 * vm.
 */

/** Message fields, as excel-web-16.00.js writes them (Microsoft.Office.Common.MessageBase). */
type XdmMessage = {
  _messageType: number;
  _actionName: string;
  _actionType?: number;
  _conversationId: string;
  _correlationId: number;
  _origin?: string;
  _data: Json;
};

const RESPONSE_MESSAGE = 1;
const CALL_RESPONSE = 0;
const EVENT_RESPONSE = 1;
const REGISTER_ACTION = 1;

/** Numbers of legacy calls (OSF.DDA.MethodDispId) that the simulator answers. */
const DISPATCH_IDS = { richApi: 93, saveSettings: 76, refreshSettings: 75, commandCompleted: 94 } as const;
/** Error of every legacy call that is not served. */
const NOT_SUPPORTED = 5000;

/** Sizes and counts of messages, for tests and benches. */
export type Traffic = {
  requests: number;
  requestBytes: number;
  responseBytes: number;
  largestRequest: number;
  /** Bodies in order, stored only when asked for. */
  log?: { request: string; response: string | null }[];
};

export function createTraffic(keepLog = false): Traffic {
  return {
    requests: 0,
    requestBytes: 0,
    responseBytes: 0,
    largestRequest: 0,
    ...(keepLog ? { log: [] } : {}),
  };
}

type XdmOptions = {
  conversationId: string;
  controlId: string;
  /** Origin the add-in's page expects replies from. */
  origin: string;
  documentUrl: string;
  /** Sends a message to the add-in's page. */
  post: (message: string) => void;
  traffic: Traffic;
  /** The add-in has finished a ribbon command (event.completed()). */
  onCommandCompleted?: (commandId: string) => void;
};

export type XdmHost = {
  /** Receives one message of the add-in's page. */
  receive: (text: string) => void;
  /** Runs a ribbon command that the add-in associated with a function; waits until its page is ready. */
  invokeCommand: (commandId: string, functionName: string) => void;
  /** Stops sending events. */
  close: () => void;
};

/** By this service office.js reports that the page's functions for ribbon commands can be called. */
const HANDLERS_READY = '"Microsoft.InternalService.AddinInternalService"';

const countBytes = (text: string): number => new TextEncoder().encode(text).length;

function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Creates a host that answers the add-in's messages from a session. */
export function createXdmHost(session: Session, options: XdmOptions): XdmHost {
  const { traffic } = options;
  const registered = new Map<string, XdmMessage>();

  const post = (to: XdmMessage, data: Json, responseType: number): void => {
    options.post(
      JSON.stringify({
        _messageType: RESPONSE_MESSAGE,
        _actionName: to._actionName,
        _conversationId: to._conversationId,
        _correlationId: to._correlationId,
        _origin: options.origin,
        _data: data,
        _serializerVersion: 1,
        _errorCode: 0,
        _responseType: responseType,
      }),
    );
  };

  /** Sends the page an event that it registered for. */
  const fire = (name: string, data: Json): void => {
    const registration = registered.get(name);
    if (registration) post(registration, data, EVENT_RESPONSE);
  };

  const waiting: (() => void)[] = [];
  let handlersReady = false;
  const invoke = (commandId: string, functionName: string): void =>
    fire('appCommandInvoked', {
      0: commandId,
      1: functionName,
      2: JSON.stringify({ source: { id: commandId } }),
    });

  const serveBatch = (arrayData: Json | undefined): JsonObject | null => {
    const body = Array.isArray(arrayData) ? arrayData[4] : undefined;
    if (typeof body !== 'string') return { Error: NOT_SUPPORTED };
    if (body.includes(HANDLERS_READY)) {
      handlersReady = true;
      for (const run of waiting.splice(0)) run();
    }
    const size = countBytes(body);
    traffic.requests += 1;
    traffic.requestBytes += size;
    traffic.largestRequest = Math.max(traffic.largestRequest, size);
    const served = serveRequest(session, body);
    traffic.log?.push({ request: body, response: served.kind === 'body' ? served.text : null });
    if (served.kind === 'silence') return null;
    if (served.kind === 'refused') return { Error: served.transportError };
    traffic.responseBytes += countBytes(served.text);
    return { Error: 0, Data: [200, [], served.text] };
  };

  /**
   * Returns the reply's data.
   * @returns null where no reply is expected.
   */
  const executeMethod = (data: JsonObject): JsonObject | null => {
    const method = data['DdaMethod'];
    switch (isJsonObject(method) ? method['DispatchId'] : undefined) {
      case DISPATCH_IDS.richApi:
        return serveBatch(data['ArrayData']);
      case DISPATCH_IDS.saveSettings: {
        const given = data['DdaSettingsMethod'];
        writeDocumentSettings(session, isJsonObject(given) ? given['Properties'] : undefined);
        return { Error: 0 };
      }
      case DISPATCH_IDS.refreshSettings:
        return {
          Error: 0,
          Properties: { Settings: readDocumentSettings(session).map(([Name, Value]) => ({ Name, Value })) },
        };
      case DISPATCH_IDS.commandCompleted:
        options.onCommandCompleted?.(String(data['0'] ?? ''));
        return { Error: 0 };
      default:
        return { Error: NOT_SUPPORTED };
    }
  };

  const receive = (text: string): void => {
    const message = JSON.parse(text) as XdmMessage;
    if (message._messageType === RESPONSE_MESSAGE || message._conversationId !== options.conversationId)
      return;
    const answer = (data: Json): void => post(message, data, CALL_RESPONSE);
    if (message._actionType === REGISTER_ACTION) {
      registered.set(message._actionName, message);
      answer({ Error: 0 });
    } else if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      answer(createAppContext(session, options));
    } else if (message._actionName === 'executeMethod' && isJsonObject(message._data)) {
      const data = executeMethod(message._data);
      if (data) answer({ Version: 1, ...data });
    } else {
      answer({ Error: 0 });
    }
  };

  /** Category of messages that are events (GenericEventRegistration.richApiMessageEventCategory). */
  const EVENT_CATEGORY = 65536;
  let eventId = 0;
  const postEvents = (events: HostEvent[]): void => {
    const entries = events.map(({ type, target, message }) => {
      eventId += 1;
      return [EVENT_CATEGORY, type, target, JSON.stringify(message), eventId, message['source'] === 'Remote'];
    });
    fire('richApiMessage', { ArrayData: entries });
  };
  session.listeners.add(postEvents);

  return {
    receive,
    invokeCommand: (commandId, functionName) => {
      if (handlersReady) invoke(commandId, functionName);
      else waiting.push(() => invoke(commandId, functionName));
    },
    close: () => {
      session.listeners.delete(postEvents);
    },
  };
}
