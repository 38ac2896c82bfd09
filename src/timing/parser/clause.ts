import type { Bound, Frequency, TimingMeaning } from '../types';
import type { CalendarPoint, PeriodPart } from './calendar-point';

/** Which month a bare day belongs to: every month, the next, or the first, middle or last of a quarter. */
export type MonthReference =
  | 'each'
  | 'next'
  | 'quarterFirst'
  | 'quarterMiddle'
  | 'quarterLast'
  | 'nextQuarterFirst'
  | 'nextQuarterMiddle'
  | 'nextQuarterLast';

/** Days of a month without the month: "ngày 08", "ngày 15 và 30", "ngày cuối cùng". */
export type MonthDays = number[] | 'last';

type ClauseBase = {
  /** Tokens from…end. */
  from: number;
  end: number;
  evidence: { from: number; end: number; meaning: TimingMeaning; value?: string }[];
};

/** What the grammar finds in a phrase, in the order of the words. */
export type Clause = ClauseBase &
  (
    | {
        kind: 'points';
        points: CalendarPoint[];
        /** The last point ends a stretch that begins at the first, now, or at a time not given. */
        range: 'none' | 'between' | 'fromNow' | 'open';
        bound?: Bound;
        /** "các tháng 3, 6, 9": months named together, as those that come back every year. */
        plural?: true;
        /** "6 tháng" without the half of the year it means. */
        bare?: true;
      }
    | { kind: 'days'; days: MonthDays; month: MonthReference | null; bound?: Bound }
    | {
        kind: 'every';
        frequencies: Frequency[];
        part?: PeriodPart;
        interval?: number;
        minCount?: number;
        /** The periods are school years, whose days the office sets itself. */
        schoolYear?: true;
        /** "báo cáo quý": how often only by the name of what is handed in. */
        report?: true;
      }
    | { kind: 'continuous' | 'onRequest' | 'perPlan' | 'relative' | 'conditional' | 'onward' | 'label' }
  );

export type ClauseByKind<K extends Clause['kind']> = Extract<Clause, { kind: K }>;
