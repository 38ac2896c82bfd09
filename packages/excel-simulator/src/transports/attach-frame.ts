import type { Session } from '../protocol/types';
import { createTraffic, createXdmHost, type Traffic } from './xdm-host';

type FrameOptions = {
  /** Address of the add-in's page; it must be of the same origin as this page. */
  url: string;
  documentUrl?: string;
  /** Called after each message of the page; `wrote` is true when it changed the workbook. */
  onBatch?: (wrote: boolean) => void;
  onCommandCompleted?: (commandId: string) => void;
};

export type AttachedFrame = {
  traffic: Traffic;
  /** Runs the function that the page registered by Office.actions.associate under this name. */
  invokeCommand: (commandId: string, functionName: string) => void;
  close: () => void;
};

/**
 * On http, office.js asks whether to trust the host, unless the host's page has already stored that answer
 * here.
 */
const TRUST_KEY = 'OfficeJSTrustKeyV2_';

/**
 * Loads an add-in's page into an iframe and speaks Excel on the web's protocol with it, over a session. The
 * page needs no hook: office.js itself finds the handshake in the frame's name.
 * @param frame not yet in the document: a frame takes its name when it is inserted
 */
export function attachFrame(
  frame: HTMLIFrameElement,
  session: Session,
  options: FrameOptions,
): AttachedFrame {
  const { origin, protocol, hostname } = window.location;
  // A new conversation each time: office.js stores the settings of an old one and prefers them.
  const conversationId = crypto.randomUUID();
  const controlId = crypto.randomUUID();
  const traffic = createTraffic();
  window.localStorage.setItem(
    `${TRUST_KEY}${protocol.slice(0, -1)}_${hostname}`,
    JSON.stringify({ Result: 1 }),
  );

  const host = createXdmHost(session, {
    conversationId,
    controlId,
    origin,
    documentUrl: options.documentUrl ?? '',
    post: (message) => frame.contentWindow?.postMessage(message, origin),
    traffic,
    onCommandCompleted: options.onCommandCompleted,
  });
  const receive = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    // Other scripts of the page may send messages of their own.
    if (typeof event.data !== 'string' || !event.data.includes(conversationId)) return;
    const dirty = session.dirty;
    session.dirty = false;
    host.receive(event.data);
    const wrote = session.dirty;
    session.dirty = dirty || wrote;
    options.onBatch?.(wrote);
  };

  window.addEventListener('message', receive);
  frame.name = JSON.stringify({
    baseFrameName: conversationId,
    hostInfo: `Excel$Web$16.01$${session.locale}$${controlId}$$disableLogging$0`,
    xdmInfo: `${conversationId}|${controlId}|${origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
  frame.src = options.url;

  return {
    traffic,
    invokeCommand: host.invokeCommand,
    close: () => {
      window.removeEventListener('message', receive);
      host.close();
    },
  };
}
