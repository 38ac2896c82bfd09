import type { SortKey } from '../model/sort-range';
import type { CellRange, CellValue, WorkbookModel } from '../model/types';
import type { Locale } from '../model/values/format-display-text';
import type { Cells, ClassName, HostObject, ObjectOf } from './host-objects';
import type { Json, JsonObject } from './wire';

export type LocatedRange = { sheetId: string; area: CellRange };

/** Requirement sets a session advertises: name → version, e.g. { ExcelApi: '1.9' }. */
export type RequirementSets = Record<string, string>;

/** Origin of a change: the add-in's own batch, the user at the grid, or another session. */
export type ChangeOrigin = { source: 'Local' | 'Remote'; triggerSource: 'ThisLocalAddin' | 'Unknown' };

/** One event for the add-in: office.js finds the handlers by type and target. */
export type HostEvent = {
  type: number;
  target: string;
  message: JsonObject;
  /** The cells of the event, which the handler can ask for as a range. */
  cells?: LocatedRange;
  /** Previous value of the only changed cell. */
  before?: CellValue;
};

/**
 * An injected failure of one request, to test how an add-in reacts.
 * `request` counts a session's requests from 1 (session.requestCount + 1 is the next one).
 * - `refuse`: nothing is done; the entire request is answered with the code.
 * - `failAt`: the action at `action` (0-based) fails with the code; the effects of those before it stay.
 * - `lose`: everything is done, but the response is lost on the way; office.js sees GeneralException.
 * - `hang`: everything is done and no response ever comes.
 */
export type Fault = { request: number } & (
  | { effect: 'refuse'; code: string; message?: string }
  | { effect: 'failAt'; action: number; code: string; message?: string }
  | { effect: 'lose' }
  | { effect: 'hang' }
);

/** The last sort of a table; the model of the workbook does not store it. */
export type TableSortState = { keys: SortKey[]; matchCase: boolean; method: string };

export type SessionOptions = {
  requirementSets?: RequirementSets;
  /** Language of the interface and of the data, e.g. "vi-VN". */
  locale?: string;
  limits?: Partial<Session['limits']>;
  now?: () => Date;
  faults?: Fault[];
  calculates?: Session['calculates'];
} & Partial<MachineSettings>;

/** What differs between the machines of users and changes what the API answers. */
export type MachineSettings = {
  /** Between arguments and areas: ";" in regions whose decimal sign is a comma, as in Vietnam. */
  listSeparator: ',' | ';';
  /** Formulas read back as written, or as Excel 365 writes those of older files: `@INDEX(…)`, `T[[#This Row],[x]]`. */
  formulaEcho: 'as-written' | 'excel-365';
  /** AutoCorrect: formulas fill the columns of tables, and tables take in what is written right below or beside them. */
  autoCorrect: boolean;
  /** Refuses arrays over rows that a filter hides with `FilteredRangeConflict`, instead of storing them as 224 says. */
  refusesFilteredRanges: boolean;
  /** Refuses what leads on from a null object; otherwise it is a null object too, as office.js expects. */
  refusesNullParents: boolean;
};

/**
 * What is in front of the user: cells, a selected chart, or another workbook, which members that need this one report
 * by codes of their own, or by `InactiveWorkbook`.
 */
export type Foreground = 'cells' | 'chart' | 'other-workbook' | 'inactive-workbook';

/** One opened workbook with an add-in attached: state that outlives a batch and belongs to no transport. */
export type Session = {
  readonly workbook: WorkbookModel;
  /** The classes of Excel's API that the session serves. */
  readonly classes: { readonly [C in ClassName]: ClassTable<C> };
  readonly requirementSets: RequirementSets;
  readonly locale: string;
  readonly machine: MachineSettings;
  /** Greatest size of a request's and a response's body in bytes. */
  readonly limits: { requestBytes: number; responseBytes: number };
  readonly now: () => Date;
  /** Injected failures; tests add to them while the session runs. */
  readonly faults: Fault[];
  /** While true every request fails, as when the user types in a cell. */
  cellEditMode: boolean;
  /** What the user sees; some members fail while it is a chart or another workbook. */
  foreground: Foreground;
  /** Requests served so far; faults count by it. */
  requestCount: number;
  /** After each request, as Excel does, or only when something asks for a value: for those who look at no grid. */
  readonly calculates: 'after-each-request' | 'when-asked';
  /** How long formulas were calculated so far, in milliseconds: for those who measure what is left. */
  calculationTime: number;
  /** Something was written since the formulas were last calculated. */
  stale: boolean;
  /** Rows that are fitted to their contents before anything asks for their heights. */
  readonly rowsToFit: Set<Cells>;
  /** Something was written since the workbook was last saved. */
  dirty: boolean;
  /** When false, no event is delivered to the add-in (context.runtime.enableEvents). */
  eventsEnabled: boolean;
  /** Retained references: id → cells that move with the sheet. */
  readonly references: Map<string, Cells>;
  /** Cells of the latest events, by the ids that their handlers use. */
  readonly eventReferences: Map<string, Cells>;
  /** Table id → name, also of deleted tables. */
  readonly tableNames: Map<string, string>;
  /** Event registrations: "type target" → count. */
  readonly registrations: Map<string, number>;
  /** Table id → its sort. */
  readonly tableSorts: Map<string, TableSortState>;
  readonly listeners: Set<(events: HostEvent[]) => void>;
  /** Set by workbook.save and close, for the embedding page to act on. */
  readonly requests: { save: number; close: number };
  nextId: number;
};

/** State shared by the members of one batch. */
export type BatchContext = {
  readonly session: Session;
  readonly workbook: WorkbookModel;
  /** Ranges in use by the batch; they move with their cells as retained references do. */
  readonly liveCells: Set<Cells>;
  /** Events to deliver after the response. */
  readonly events: HostEvent[];
  /** Who changes the workbook: the add-in, or the user at the grid. */
  readonly origin: ChangeOrigin;
  /** How typed texts are read: as the API does, or as the user's machine does. */
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
      /** Left out when all properties are requested: client-side or costly ones. */
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
      /** The message number that office.js listens to. */
      type: number;
      /** "_Register<wire>Event" or "_RegisterEvent<wire>" on the wire, without the frame. */
      wire: string;
      /** Returns the id of the object that the event is for, as office.js names it. */
      target: (self: ObjectOf<C>) => string;
    };

export type ClassTable<C extends ClassName> = {
  name: C;
  /**
   * Returns the id keys of the object's answers: "Id", "_Id" or none (office-js,
   * tryGetObjectIdFromLoadOrRetrieveResult).
   */
  identify?: (self: ObjectOf<C>, context: BatchContext) => Record<string, Json>;
  /** Throws when the object of the handle no longer exists. */
  ensure?: (self: ObjectOf<C>, context: BatchContext) => void;
  /** Lists the items of a collection in order. */
  items?: (self: ObjectOf<C>, context: BatchContext) => HostObject[];
  members: Record<string, Member<C>>;
};
