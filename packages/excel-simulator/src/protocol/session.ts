import { CLASSES } from '../classes/class-registry';
import type { SortKey } from '../model/sort-range';
import type { WorkbookModel } from '../model/types';
import type { ClassTable } from './define-class';
import type { HostEvent } from './events';
import type { Fault } from './faults';
import type { Cells, ClassName } from './host-objects';
import type { RequirementSets } from './requirement-sets';

/** Excel on the web refuses larger requests and answers (Microsoft, "Resource limits for Office Add-ins"). */
const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

export type SessionOptions = {
  requirementSets?: RequirementSets;
  /** Language of the interface and of the data, e.g. "vi-VN". */
  locale?: string;
  limits?: Partial<Session['limits']>;
  now?: () => Date;
  faults?: Fault[];
};

/** How a table was last sorted; the model of the workbook does not keep it. */
export type TableSortState = { keys: SortKey[]; matchCase: boolean; method: string };

/** One opened workbook with an add-in attached: what lives longer than a batch and belongs to no carrier. */
export type Session = {
  readonly workbook: WorkbookModel;
  /** What Excel's classes can do here. */
  readonly classes: { readonly [C in ClassName]: ClassTable<C> };
  readonly requirementSets: RequirementSets;
  readonly locale: string;
  /** Bytes of one request's and one answer's body. */
  readonly limits: { requestBytes: number; responseBytes: number };
  readonly now: () => Date;
  /** What shall go wrong; tests add to it while the session runs. */
  readonly faults: Fault[];
  /** While true every request is refused, as when the person types in a cell. */
  cellEditMode: boolean;
  /** Requests taken so far; faults count by it. */
  requestCount: number;
  /** Something was written since the formulas were last calculated. */
  stale: boolean;
  /** Something was written since the workbook was last saved. */
  dirty: boolean;
  /** Off: nothing is told to the add-in (context.runtime.enableEvents). */
  eventsEnabled: boolean;
  /** Kept references: id → cells that move with the sheet. */
  readonly references: Map<string, Cells>;
  /** Cells of the latest events, by the names their handlers know them by. */
  readonly eventReferences: Map<string, Cells>;
  /** Table id → name, still known when the table is gone. */
  readonly tableNames: Map<string, string>;
  /** Events asked for: "type target" → how many times. */
  readonly registrations: Map<string, number>;
  /** Table id → its sort. */
  readonly tableSorts: Map<string, TableSortState>;
  readonly listeners: Set<(events: HostEvent[]) => void>;
  /** Set by workbook.save and close, for the surroundings to act on. */
  readonly requests: { save: number; close: number };
  nextId: number;
};

/** Attaches an add-in to a workbook. The workbook is the caller's and is changed in place. */
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
    limits: { requestBytes: MAX_PAYLOAD_BYTES, responseBytes: MAX_PAYLOAD_BYTES, ...options.limits },
    now: options.now ?? (() => new Date()),
    faults: options.faults ?? [],
    cellEditMode: false,
    requestCount: 0,
    stale: false,
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
