import type { SortKey } from '../model/sort-range';
import type { CellRange, CellValue, WorkbookModel } from '../model/types';
import type { Locale } from '../model/values/format-display-text';
import type { Cells, ClassName, HostObject, ObjectOf } from './host-objects';
import type { Json, JsonObject } from './wire';

export type LocatedRange = { sheetId: string; area: CellRange };

/** Requirement sets a session advertises: name → version, e.g. { ExcelApi: '1.9' }. */
export type RequirementSets = Record<string, string>;

/** Where a change came from: the add-in's own batch, the person at the grid, or another session. */
export type ChangeOrigin = { source: 'Local' | 'Remote'; triggerSource: 'ThisLocalAddin' | 'Unknown' };

/** One thing to tell the add-in: office.js finds the handlers by type and target. */
export type HostEvent = {
  type: number;
  target: string;
  message: JsonObject;
  /** The cells it is about, which the handler can ask for as a range. */
  cells?: LocatedRange;
  /** What the only changed cell held before. */
  before?: CellValue;
};

/**
 * Something that shall go wrong with one request, so that what an add-in does about it can be tested.
 * `request` counts a session's requests from 1 (session.requestCount + 1 is the next one).
 *
 * - `refuse`: nothing is done; the whole request is answered with the code.
 * - `failAt`: the action at `action` (0-based) fails with the code; those before it keep their effect.
 * - `lose`: everything is done, but the answer gets lost on the way; office.js sees GeneralException.
 * - `hang`: everything is done and no answer ever comes.
 */
export type Fault = { request: number } & (
  | { effect: 'refuse'; code: string; message?: string }
  | { effect: 'failAt'; action: number; code: string; message?: string }
  | { effect: 'lose' }
  | { effect: 'hang' }
);

/** How a table was last sorted; the model of the workbook does not keep it. */
export type TableSortState = { keys: SortKey[]; matchCase: boolean; method: string };

export type SessionOptions = {
  requirementSets?: RequirementSets;
  /** Language of the interface and of the data, e.g. "vi-VN". */
  locale?: string;
  limits?: Partial<Session['limits']>;
  now?: () => Date;
  faults?: Fault[];
};

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

/** What the members of one batch share. */
export type BatchContext = {
  readonly session: Session;
  readonly workbook: WorkbookModel;
  /** Ranges the batch has in hand; they move with their cells as kept references do. */
  readonly liveCells: Set<Cells>;
  /** What happened, to be told after the answer. */
  readonly events: HostEvent[];
  /** Who changes the workbook: the add-in, or the person at the grid. */
  readonly origin: ChangeOrigin;
  /** How typed texts are read: as the API does, or as the person's machine does. */
  readonly typingLocale: Locale;
  /** application.suspendApiCalculationUntilNextSync was called. */
  calculationSuspended: boolean;
};

/** An argument as it arrives: plain data, or the object that a proxy stood for (null: a null object). */
export type Argument = Json | undefined | HostObject | Argument[];

/** One member of an Excel class, keyed in its table by its documented name. */
export type Member<C extends ClassName> =
  | {
      kind: 'property';
      get: (self: ObjectOf<C>, context: BatchContext) => Json;
      set?: (self: ObjectOf<C>, value: Json, context: BatchContext) => void;
      /** Left out when all properties are asked for: client-side or costly ones. */
      onlyWhenNamed?: boolean;
    }
  | { kind: 'navigation'; get: (self: ObjectOf<C>, context: BatchContext) => HostObject | null }
  | { kind: 'method'; call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => Json | void }
  | {
      kind: 'object';
      call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => HostObject | null;
    }
  | {
      kind: 'event';
      /** The message number office.js listens to. */
      type: number;
      /** "_Register<wire>Event" or "_RegisterEvent<wire>" on the wire, without the frame. */
      wire: string;
      /** Which object the event is for, as office.js names it. */
      target: (self: ObjectOf<C>) => string;
    };

export type ClassTable<C extends ClassName> = {
  name: C;
  /** Id keys of the object's answers: "Id", "_Id" or none (office-js, tryGetObjectIdFromLoadOrRetrieveResult). */
  identify?: (self: ObjectOf<C>, context: BatchContext) => Record<string, Json>;
  /** Throws when what the handle names is no longer there. */
  ensure?: (self: ObjectOf<C>, context: BatchContext) => void;
  /** For a collection: its items in order. */
  items?: (self: ObjectOf<C>, context: BatchContext) => HostObject[];
  members: Record<string, Member<C>>;
};
