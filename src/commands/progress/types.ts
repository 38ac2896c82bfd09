import type { Task } from '../../annex/types';
import type { Agenda } from '../../progress/build-agenda';
import type { TimelinessCounts } from '../../progress/count-timeliness';
import type { ProgressSettings } from '../../progress/progress-settings';
import type { CarryOver } from '../../progress/propose-carry-overs';
import type { Timeliness } from '../../progress/timeliness';
import type { LogRow, TypedValues } from '../../progress/types';
import type { ListedDocument } from '../../school-workbook/documents/documents';
import type { IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import type { TimingReading } from '../../timing/types';

/** An occurrence as the pane shows it; `row.key` is the stable EventId of the table `TienDo`. */
export type ProgressItem = {
  row: LogRow;
  timeliness: Timeliness;
  /** Last day in time; null without a readable deadline. */
  lastDay: IsoDate | null;
  daysLeft: number | null;
  /** Null if the annex no longer has the task. */
  task: Task | null;
  /** Who is in charge of the task; '' for nobody yet. */
  person: string;
  /** Code of the document that gives the task; '' where the annex no longer has it. */
  document: string;
  /** Problems of what was recorded (neither evidence nor explanation, a malformed number, …). */
  remarks: Problem[];
};

/** A timing that could not be read, with the proposal of the parser. */
export type ReviewItem = { event: string; task: Task; reading: TimingReading };

export type ProgressView = {
  /** `absent`: no *Tiến độ* yet; `stale`: renewing would change it; `current` otherwise. */
  log: 'absent' | 'stale' | 'current';
  /** The day of the view: that of the query, or the named cell `HomNay`. */
  on: IsoDate;
  /** True if `HomNay` holds another day than today. */
  isFixedDay: boolean;
  /** All occurrences in the order of the sheet; if there is no log, those it would have. */
  items: ProgressItem[];
  agenda: Agenda;
  counts: TimelinessCounts;
  review: ReviewItem[];
  leadUnits: string[];
  /** Those in charge of tasks, each once. */
  people: string[];
  /** None in a workbook of one. */
  documents: ListedDocument[];
  settings: ProgressSettings;
  /** EventIds of the selection: rows of *Tiến độ*, or the occurrences of the tasks selected on *Phụ lục*. */
  selected: string[];
};

export type ProgressQuery = {
  /** Another day than that of the workbook. */
  on?: IsoDate;
  leadUnit?: string;
  person?: string;
  /** Only the tasks of one document: its code. */
  document?: string;
  /** Days ahead that the agenda looks; 30 by default. */
  horizon?: number;
};

/** Numbers of rows of the log by the change that a renewal makes. */
export type RenewalCounts = Record<'kept' | 'updated' | 'moved' | 'added' | 'orphan' | 'removed', number>;
export type StagedRenewal = { counts: RenewalCounts; rows: { change: keyof RenewalCounts; row: LogRow }[] };
export type RenewalOutcome = { written: boolean; counts: RenewalCounts };

/**
 * Rows by EventId, the next open occurrence of tasks by code, or the selection: rows of *Tiến độ*, or tasks on
 * *Phụ lục*, for which the next open occurrence is taken.
 */
export type EventSelection = { events: readonly string[] } | { tasks: readonly string[] } | 'selection';

/**
 * Absent fields are not changed; '' clears one. An occurrence recorded as done without a day is done on the day of the
 * workbook.
 */
export type RecordInput = { rows: EventSelection; record: Partial<TypedValues> };
export type RecordOutcome = {
  written: boolean;
  /** Recorded EventIds, in the order of the sheet. */
  events: string[];
  /** The next open occurrence of the agenda; null if there is none. */
  next: string | null;
};

/** `words` is any text that the timing parser understands, such as "Trước ngày 08 hàng tháng". */
export type TimingResolution =
  { kind: 'date'; date: IsoDate } | { kind: 'words'; words: string } | { kind: 'none' };
export type ResolveTimingInput = {
  task: string;
  resolution: TimingResolution;
  /** Stores it as the meaning of the printed text, for all tasks that print it. */
  rememberPhrase?: boolean;
};

export type CalendarQuery = {
  /** Days before the last day on which the calendar reminds. */
  alarmDays?: readonly number[];
  /** Only what this person is in charge of. */
  person?: string;
  /** Only the tasks of one document: its code. */
  document?: string;
};
export type CalendarExport = { fileName: string; text: string; events: number };

/** `source`: whatever the platform finds the bytes by. */
export type CarryOverInput = {
  file: string;
  source: unknown;
  /** Only for the tasks of this document of the workbook: its code. */
  document?: string;
};
/** `accepted`: ids of this year's tasks whose proposal is accepted; at first those of exact matches. The pane edits it. */
export type StagedCarryOver = { proposals: CarryOver[]; accepted: readonly string[] };
export type CarryOverOutcome = { written: boolean; tasks: number };
