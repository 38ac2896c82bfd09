/**
 * The rich API's messages, as office.js writes and reads them (excel-web-16.00.js, ClientRequestBase and
 * ClientRequestContext.processRequestExecutorResponseMessage).
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

export const ACTION_TYPES = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const PATH_TYPES = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** Ids of paths where an argument is an object; nested like the arguments, 0 where it is plain data. */
export type ReferencedPaths = (number | ReferencedPaths | null)[];
export type ArgumentInfo = { Arguments?: Json[] | null; ReferencedObjectPathIds?: ReferencedPaths | null };

export type QueryInfo = { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };

export type Action = {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo | null;
  RecursiveQueryInfo?: { Queries: Record<string, QueryInfo>; MaxDepth?: number };
  ObjectState?: JsonObject;
};

export type ObjectPath = {
  Id: number;
  ObjectPathType: number;
  Name?: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
};

export type BatchRequest = {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
};

type BatchError = {
  Code: string;
  Message: string;
  /** "Class.member", as debugInfo.errorLocation shows it. */
  Location: string;
  HttpStatusCode: number;
  /** 0-based index of the failing action in the request. */
  ActionIndex: number;
};

export type BatchResponse = {
  Results: { ActionId: number; Value: Json }[];
  TraceIds: number[];
  Error?: BatchError;
};
