import type { HostEvent } from '../../batch/events';
import { serveRequest } from '../../batch/serve';
import type { Session } from '../../batch/session';
import { appContext, type Theme } from './app-context';
import { answer, type Envelope, readEnvelope } from './envelope';

/** Calls of office.js by their dispatch number (OSF.DDA.MethodDispId). */
const DISPATCH = { richApi: 93, saveSettings: 76, refreshSettings: 75, commandCompleted: 94 } as const;
/** "Not supported" of office.js (OSF.DDA.ErrorCodeManager.errorCodes.ooeOperationNotSupported). */
const NOT_SUPPORTED = 5000;
/** Start of every rich API event message (OSF.DDA.EventDispId, richApiMessage). */
const RICH_API_MESSAGE = 65536;

export type FrameOptions = {
  /** Address of the add-in's page; it must be of the same origin as this page. */
  url: string;
  /** Settings of the document: name → JSON text. Shared between the frames of one document. */
  settings: Map<string, string>;
  documentUrl?: string;
  readOnly?: boolean;
  theme?: Theme;
  /** Called after each batch; `wrote` when it changed the workbook. */
  onBatch?: (wrote: boolean) => void;
  /** office.js has told who it is: its page can be used. */
  onReady?: () => void;
  /** A ribbon function has called event.completed(). */
  onCommandCompleted?: (id: string) => void;
  /** Waits before each answer, in milliseconds, as a far host would. */
  delay?: number;
};

export type AttachedFrame = {
  /** Runs the function that the page registered by Office.actions.associate under this name. */
  runCommand: (functionName: string, controlId: string) => string;
  close: () => void;
};

type CallData = {
  ArrayData?: unknown[];
  DdaMethod?: { DispatchId?: number };
  DdaSettingsMethod?: { Properties?: [string, string][] };
} & Record<string, unknown>;

/** Service by which office.js reports that the page's ribbon functions can be called now. */
const HANDLERS_READY = 'AddinInternalService';
const NOTHING_TO_REPORT = JSON.stringify({ Results: [], TraceIds: [] });

const LOCAL_TRUST = 'OfficeJSTrustKeyV2_';

/**
 * Puts an add-in's page into an iframe and speaks Excel on the web's protocol with it, over a session. The page
 * needs no hook: office.js itself finds the handshake in the frame's name.
 */
export const attachFrame = (
  frame: HTMLIFrameElement,
  session: Session,
  options: FrameOptions,
): AttachedFrame => {
  const { origin, protocol, hostname } = window.location;
  const conversationId = crypto.randomUUID();
  const instanceId = crypto.randomUUID();
  const registered = new Map<string, Envelope>();
  let nextCommand = 0;
  let handlersReady = false;
  const commands: { functionName: string; controlId: string; id: string }[] = [];

  // On http office.js asks the person whether to trust the host, unless this page has already said so.
  window.localStorage.setItem(
    `${LOCAL_TRUST}${protocol.slice(0, -1)}_${hostname}`,
    JSON.stringify({ Result: 1 }),
  );

  const post = (text: string): void => frame.contentWindow?.postMessage(text, origin);
  const reply = (request: Envelope, data: unknown): void => {
    const text = answer(request, origin, data);
    if (options.delay) window.setTimeout(() => post(text), options.delay);
    else post(text);
  };
  const fire = (eventName: string, data: unknown): boolean => {
    const registration = registered.get(eventName);
    if (registration) post(answer(registration, origin, data, 1));
    return registration !== undefined;
  };

  const serveBatch = (request: Envelope, data: CallData): void => {
    const [, , , , body] = data.ArrayData ?? [];
    const before = session.dirty;
    session.dirty = false;
    // The body is JSON text inside JSON text.
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const served = serveRequest(session, text);
    const wrote = session.dirty;
    session.dirty = before || wrote;
    if (served.kind === 'body') reply(request, { Version: 1, Error: 0, Data: [200, [], served.text] });
    else if (served.kind === 'refused') reply(request, { Version: 1, Error: served.transportError });
    options.onBatch?.(wrote);
  };

  const executeMethod = (request: Envelope): void => {
    const data = (request._data ?? {}) as CallData;
    const done = (more: object = {}): void => reply(request, { Version: 1, Error: 0, ...more });
    switch (data.DdaMethod?.DispatchId) {
      case DISPATCH.richApi:
        if (String(data.ArrayData?.[4]).includes(HANDLERS_READY)) {
          done({ Data: [200, [], NOTHING_TO_REPORT] });
          handlersReady = true;
          flushCommands();
        } else serveBatch(request, data);
        break;
      case DISPATCH.saveSettings:
        options.settings.clear();
        for (const [name, value] of data.DdaSettingsMethod?.Properties ?? [])
          options.settings.set(name, value);
        done();
        break;
      case DISPATCH.refreshSettings:
        done({ Properties: { Settings: [...options.settings].map(([Name, Value]) => ({ Name, Value })) } });
        break;
      case DISPATCH.commandCompleted:
        done();
        options.onCommandCompleted?.(String(data['0'] ?? ''));
        break;
      default:
        reply(request, { Version: 1, Error: NOT_SUPPORTED });
    }
  };

  const flushCommands = (): void => {
    while (handlersReady && registered.has('appCommandInvoked') && commands.length > 0) {
      const { id, functionName, controlId } = commands.shift() as (typeof commands)[number];
      fire('appCommandInvoked', { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
    }
  };

  const invoke: Record<string, (request: Envelope) => void> = {
    ContextActivationManager_getAppContextAsync: (request) =>
      reply(
        request,
        appContext(session, {
          instanceId,
          settings: [...options.settings],
          documentUrl: options.documentUrl ?? '',
          readOnly: options.readOnly ?? false,
          theme: options.theme,
        }),
      ),
    ContextActivationManager_notifyHost: (request) => {
      reply(request, null);
      options.onReady?.();
    },
    executeMethod,
  };

  const receive = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const request = readEnvelope(event.data);
    if (!request || request._messageType !== 0 || request._conversationId !== conversationId) return;
    if (request._actionType === 1) {
      registered.set(request._actionName, request);
      reply(request, { Version: 1, Error: 0 });
    } else if (request._actionType === 2) {
      registered.delete(request._actionName);
      reply(request, { Version: 1, Error: 0 });
    } else (invoke[request._actionName] ?? ((unknown) => reply(unknown, null)))(request);
  };

  const deliver = (events: HostEvent[]): void => {
    for (const { type, target, message } of events) {
      fire('richApiMessage', {
        ArrayData: [[RICH_API_MESSAGE, type, target, JSON.stringify(message), 0, false]],
      });
    }
  };

  window.addEventListener('message', receive);
  session.listeners.add(deliver);
  frame.name = JSON.stringify({
    baseFrameName: conversationId,
    hostInfo: `Excel$Web$16.01$${session.locale}$${instanceId}$$disableLogging$0`,
    xdmInfo: `${conversationId}|${instanceId}|${origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
  frame.src = options.url;

  return {
    runCommand: (functionName, controlId) => {
      nextCommand += 1;
      const id = `${instanceId}-${nextCommand}`;
      commands.push({ id, functionName, controlId });
      flushCommands();
      return id;
    },
    close: () => {
      window.removeEventListener('message', receive);
      session.listeners.delete(deliver);
      frame.removeAttribute('src');
    },
  };
};
