import { createSession } from '../create-session';
import type { WorkbookModel } from '../model/types';
import { createBatchContext, ensureCalculated } from '../protocol/batch-context';
import { settleRowHeights } from '../protocol/cells/autofit';
import type { Session, SessionOptions } from '../protocol/types';
import { createLibraryWindow, type LibraryWindow, PAGE_ORIGIN } from './library-window';
import { createTraffic, createXdmHost, type Traffic, type XdmHost } from './xdm-host';

export type NodeExcelOptions = SessionOptions & {
  /** Stores the bodies of all requests and responses in traffic.log. */
  keepLog?: boolean;
};

/** The real office.js, started, over a workbook. */
export type NodeExcel = {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly workbook: WorkbookModel;
  readonly session: Session;
  readonly traffic: Traffic;
  /** Runs a ribbon command as a click would; resolves when the command has called event.completed(). */
  runCommand: (functionName: string) => Promise<void>;
  /** Waits until pending messages between library and host have arrived: releases of references, events. */
  waitForIdle: () => Promise<void>;
  /** Calculates what is pending; for a session that calculates when asked, before its workbook is saved. */
  calculate: () => void;
  /** Sets Excel, Office, OfficeExtension and OfficeRuntime on globalThis, as in a page. */
  install: () => void;
  /** Removes the globals and disconnects the library from the workbook. */
  close: () => void;
};

const GLOBAL_NAMES = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'] as const;

let conversationCount = 0;

/** Greatest number of turns that a message and its consequences need. */
const MAX_TURNS = 20;

async function waitForIdle(): Promise<void> {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Opens a workbook as Excel would with the add-in's page: the unmodified library in a vm context talks to the
 * session in the messages of Excel on the web.
 */
export async function openNodeExcel(
  workbook: WorkbookModel,
  { keepLog, ...options }: NodeExcelOptions = {},
): Promise<NodeExcel> {
  const session = createSession(workbook, options);
  const traffic = createTraffic(keepLog);
  conversationCount += 1;
  const conversationId = `conversation-${conversationCount}`;
  const controlId = `control-${conversationCount}`;
  const completions = new Map<string, () => void>();
  // Each needs the other: the window sends to the host, the host posts to the window.
  const ends: { host?: XdmHost } = {};
  const window: LibraryWindow = createLibraryWindow({
    name: JSON.stringify({
      baseFrameName: controlId,
      hostInfo: `Excel$Web$16.01$${session.locale}$${controlId}$$disableLogging$0`,
      xdmInfo: `${conversationId}|${controlId}|${PAGE_ORIGIN}`,
      serializerVersion: '1',
      flights: '[]',
    }),
    send: (message) => ends.host?.receive(message),
  });
  const host = createXdmHost(session, {
    conversationId,
    controlId,
    origin: PAGE_ORIGIN,
    documentUrl: `${PAGE_ORIGIN}/${workbook.properties['fileName'] ?? 'Book1.xlsx'}`,
    post: window.deliver,
    traffic,
    onCommandCompleted: (commandId) => completions.get(commandId)?.(),
  });
  ends.host = host;
  window.start();
  const { Office: office } = window.globals as { Office: typeof Office };
  await office.onReady();
  // The library reports, after it is ready, that it can run ribbon commands.
  await waitForIdle();

  const library = window.globals as Pick<NodeExcel, 'Excel' | 'Office' | 'OfficeExtension'>;
  const page = globalThis as unknown as Record<string, unknown>;
  let installed = false;
  let commands = 0;
  return {
    Excel: library.Excel,
    Office: library.Office,
    OfficeExtension: library.OfficeExtension,
    workbook,
    session,
    traffic,
    runCommand: (functionName) =>
      new Promise((resolve) => {
        commands += 1;
        const commandId = `command-${commands}`;
        completions.set(commandId, () => {
          completions.delete(commandId);
          resolve();
        });
        host.invokeCommand(commandId, functionName);
      }),
    waitForIdle,
    calculate: () => {
      const context = createBatchContext(session);
      settleRowHeights(context);
      ensureCalculated(context);
    },
    install: () => {
      for (const name of GLOBAL_NAMES) page[name] = window.globals[name];
      installed = true;
    },
    close: () => {
      if (installed) for (const name of GLOBAL_NAMES) delete page[name];
      host.close();
      window.close();
    },
  };
}
