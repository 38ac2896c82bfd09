import type { IsoDate } from '../shared/dates';
import type { CalendarSettings } from './calendar/calendar-settings';

/** What sort of deadline a phrase states (corpus conventions). */
export type TimingKind =
  | 'month'
  | 'quarter'
  | 'date'
  | 'period'
  | 'recurring'
  | 'continuous'
  | 'onRequest'
  | 'perPlan'
  | 'halfYear'
  | 'year'
  | 'relative'
  | 'mixed'
  | 'ditto'
  | 'unknown';

/** `before`: strictly before the stated date ("trước ngày"); `by`: that day at the latest; `on`: that very day. */
export type Bound = 'before' | 'by' | 'on';

export type Confidence = 'high' | 'medium' | 'low';

export type Frequency =
  | 'daily'
  | 'weekly'
  | 'biweekly'
  | 'monthly'
  | 'bimonthly'
  | 'quarterly'
  | 'fourMonthly'
  | 'halfyearly'
  | 'nineMonths'
  | 'yearly'
  | 'semester'
  | 'onRequest'
  | 'continuous'
  | 'unspecified';

export type Recurrence = {
  /** One frequency, or several joined by "+", most frequent first: "quarterly+yearly". */
  freq: string;
  /**
   * Months 1–12 in which an occurrence falls due, in order; absent: every month, or not by month. With an offset the
   * months after the turn of the year come last: [4, 7, 10, 1].
   */
  months?: number[];
  day?: number | number[] | 'last';
  bound?: Bound;
  /** The occurrence of a month falls due in the next one, that of a quarter after the quarter. */
  offset?: '+1 month' | '+2 months' | '+3 months';
  onRequest?: true;
  /** Every so many of the frequency's periods: "2 năm một lần". */
  interval?: number;
  /** "ít nhất 02 lần": how often at least in each period. */
  minCount?: number;
  /** "nếu có": an occurrence may have nothing to hand in. */
  conditional?: true;
  /** Only within a stretch: "hàng tháng từ tháng 6 đến tháng 12". */
  from?: IsoDate;
  until?: IsoDate;
  /** Dates beside those that recur. */
  also?: IsoDate[];
  /** Goes on in the years after. */
  open?: true;
};

/** What a piece of the phrase was taken to mean; shown beside the words. `value` is a figure or an ISO date. */
export type TimingMeaning =
  | 'day'
  | 'month'
  | 'quarter'
  | 'year'
  | 'halfYear'
  | 'months'
  | 'semester'
  | 'schoolYear'
  | 'event'
  | 'partOfPeriod'
  | 'serial'
  | 'bound'
  | 'rangeStart'
  | 'frequency'
  | 'monthOfPeriod'
  | 'continuous'
  | 'onRequest'
  | 'perPlan'
  | 'relative'
  | 'ditto'
  | 'conditional'
  | 'label'
  | 'remembered';

export type TimingEvidence = { phrase: string; meaning: TimingMeaning; value?: string };

/** Why a reading is less than certain, or what is wrong; the words for each are in locales/. */
export type TimingWarningCode =
  | 'vague-words'
  | 'misprint'
  | 'us-date'
  | 'serial-number'
  | 'two-digit-year'
  | 'impossible-date'
  | 'impossible-month'
  | 'impossible-quarter'
  | 'missing-month'
  | 'missing-year'
  | 'outside-window'
  | 'unread-words'
  | 'not-understood'
  | 'blank'
  | 'no-day-for-event'
  | 'range-reversed'
  | 'half-or-every-half'
  | 'no-frequency'
  | 'school-year-months'
  | 'open-ended';

export type TimingWarning = { code: TimingWarningCode; phrase?: string; suggestion?: IsoDate | string };

/** One deadline of a phrase with several, with the words that say what it is for ("Kế hoạch: tháng 1; báo cáo: tháng 11"). */
export type TimingPart = { label: string; phrase: string; kind: TimingKind; due: IsoDate[]; bound?: Bound };

export type TimingReading = {
  /** The words read, as given. */
  text: string;
  kind: TimingKind;
  /** Stated dates in order; empty for kinds without a date. Last day for a month, quarter, year or period. */
  due: IsoDate[];
  /** First day of a period, where the phrase gives it. */
  start?: IsoDate;
  bound?: Bound;
  recurrence: Recurrence | null;
  confidence: Confidence;
  warnings: TimingWarning[];
  evidence: TimingEvidence[];
  parts: TimingPart[];
};

export type TimingOptions = {
  /** Year of the edition; null where unknown. */
  year: number | null;
  /** The column's header: its year ("… trong năm 2024", "năm học 2024-2025") is taken before the edition's. */
  header?: string;
  /** Date of the plan: occurrences of recurring deadlines before it are left out. */
  from?: IsoDate;
  calendar?: Pick<CalendarSettings, 'vague' | 'events'>;
  /** This office's own phrases: match key → words the reader knows ("sơ kết hk1" → "15/01"). */
  remembered?: ReadonlyMap<string, string>;
};
