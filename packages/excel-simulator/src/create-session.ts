import { CLASSES } from './classes/class-registry';
import type { WorkbookModel } from './model/types';
import type { Session, SessionOptions } from './protocol/types';

/** Excel on the web refuses larger requests and answers (Microsoft, "Resource limits for Office Add-ins"). */
const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

/** Attaches an add-in to a workbook. The session changes the caller's workbook in place. */
export function createSession(workbook: WorkbookModel, options: SessionOptions = {}): Session {
  return {
    workbook,
    classes: CLASSES,
    requirementSets: {
      ExcelApi: '1.17',
      RichApiRuntime: '1.1',
      DialogApi: '1.2',
      ...options.requirementSets,
    },
    locale: options.locale ?? 'vi-VN',
    machine: {
      listSeparator: options.listSeparator ?? ',',
      formulaEcho: options.formulaEcho ?? 'as-written',
      autoCorrect: options.autoCorrect ?? true,
      refusesFilteredRanges: options.refusesFilteredRanges ?? false,
      refusesNullParents: options.refusesNullParents ?? false,
    },
    limits: { requestBytes: MAX_PAYLOAD_BYTES, responseBytes: MAX_PAYLOAD_BYTES, ...options.limits },
    now: options.now ?? (() => new Date()),
    faults: options.faults ?? [],
    calculates: options.calculates ?? 'after-each-request',
    cellEditMode: false,
    foreground: 'cells',
    requestCount: 0,
    calculationTime: 0,
    stale: false,
    rowsToFit: new Set(),
    dirty: false,
    eventsEnabled: true,
    references: new Map(),
    eventReferences: new Map(),
    tableNames: new Map(),
    registrations: new Map(),
    tableSorts: new Map(),
    listeners: new Set(),
    requests: { save: 0, close: 0 },
    nextId: 0,
  };
}
