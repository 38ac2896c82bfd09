import type { Task } from '../../annex/types';
import type { Agenda } from '../../progress/build-agenda';
import type { TimelinessCounts } from '../../progress/count-timeliness';
import type { ProgressSettings } from '../../progress/progress-settings';
import type { CarryOver } from '../../progress/propose-carry-overs';
import type { Timeliness } from '../../progress/timeliness';
import type { LogRow, TypedValues } from '../../progress/types';
import type { IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import type { TimingReading } from '../../timing/types';

/** One occurrence as the pane shows it; `row.key` is the stable EventId of the table `TienDo`. */
export type ProgressItem = {
  row: LogRow;
  timeliness: Timeliness;
  /** Last day in time; null without a readable deadline. */
  lastDay: IsoDate | null;
  daysLeft: number | null;
  /** Null where the task has left the annex. */
  task: Task | null;
  /** What is amiss with what was recorded (no evidence and no explanation, a number's form, …). */
  remarks: Problem[];
};

/** A timing that nobody could read, with the reader's proposal beside the printed words. */
export type ReviewItem = { event: string; task: Task; reading: TimingReading };

export type ProgressView = {
  /** `absent`: no *Tiến độ* yet; `stale`: renewing would change it; `current` otherwise. */
  log: 'absent' | 'stale' | 'current';
  /** The day everything is told for: the named cell `HomNay`, or the day asked for. */
  on: IsoDate;
  /** True where `HomNay` holds another day than today's. */
  isFixedDay: boolean;
  /** All occurrences, in the order of the sheet; where the log is absent, those it would have. */
  items: ProgressItem[];
  agenda: Agenda;
  counts: TimelinessCounts;
  review: ReviewItem[];
  leadUnits: string[];
  settings: ProgressSettings;
  /** EventIds of what is selected: rows of *Tiến độ*, or the occurrences of the tasks selected on *Phụ lục*. */
  selected: string[];
};

export type ProgressQuery = {
  /** Another day than that of the workbook. */
  on?: IsoDate;
  leadUnit?: string;
  /** Days ahead that the agenda looks; 30 by default. */
  horizon?: number;
};

/** How many rows of the log a renewal touches. */
export type RenewalCounts = Record<'kept' | 'updated' | 'moved' | 'added' | 'orphan' | 'removed', number>;
export type StagedRenewal = { counts: RenewalCounts; rows: { change: keyof RenewalCounts; row: LogRow }[] };
export type RenewalOutcome = { written: boolean; counts: RenewalCounts };

/**
 * Rows by EventId, the next open occurrence of tasks by code, or what is selected: rows of *Tiến độ*, or tasks of
 * *Phụ lục*, of which the next open occurrence is meant.
 */
export type EventSelection = { events: readonly string[] } | { tasks: readonly string[] } | 'selection';

/** Fields that are absent stay; '' clears; done without a day is done on the day of the workbook. Field names are those of `Typed`; `number` is number and sign of a document. */
export type RecordInput = { rows: EventSelection; record: Partial<TypedValues> };
export type RecordOutcome = {
  written: boolean;
  /** EventIds recorded, in the order of the sheet. */
  events: string[];
  /** The first open occurrence after them in the agenda, for "next". */
  next: string | null;
};

/** `words` is anything the reader knows, as "Trước ngày 08 hàng tháng". */
export type TimingResolution =
  { kind: 'date'; date: IsoDate } | { kind: 'words'; words: string } | { kind: 'none' };
export type ResolveTimingInput = {
  task: string;
  resolution: TimingResolution;
  /** Keep it as this office's meaning of these printed words, for all tasks that print them. */
  rememberPhrase?: boolean;
};

export type CalendarExport = { fileName: string; text: string; events: number };

export type CarryOverInput = { file: string; bytes: Uint8Array };
/** `accepted`: ids of this year's tasks whose proposal is taken; at first those of exact matches. The pane changes it. */
export type StagedCarryOver = { proposals: CarryOver[]; accepted: readonly string[] };
export type CarryOverOutcome = { written: boolean; tasks: number };
