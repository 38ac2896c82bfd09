import { EMPTY_OFFICE_SETTINGS, type OfficeSettings } from '../annex/office-settings';
import type { Task } from '../annex/types';
import type { IsoDate } from '../shared/dates';
import { toMatchKey } from '../shared/text';
import { type CalendarSettings, createDefaultCalendar } from '../timing/calendar/calendar-settings';
import { DEFAULT_PRODUCT_VOCABULARY, type ProductVocabulary } from './product-vocabulary';

/**
 * How this office reads the words of a timing. With a task it holds for that task alone, and only while the annex
 * prints these words for it.
 */
export type PhraseMeaning = {
  /** Id of a task; '' for all tasks that print these words. */
  task: string;
  /** As printed; '' for a blank timing (of one task). */
  phrase: string;
  /** Words the reader knows: "30/6/2026", "Trước ngày 08 hàng tháng"; `NO_DEADLINE` for none. */
  meaning: string;
};

/** Settles a timing as one without a deadline. */
export const NO_DEADLINE = 'Không có hạn';

/** The time that a document is for. */
export type DocumentTime = Pick<ProgressSettings, 'year' | 'isSchoolYear' | 'from'> & { code: string };

/**
 * What decides how timings, products and deadlines are read, and what papers say of the office; kept on *Cấu hình*,
 * which is the truth.
 */
export type ProgressSettings = {
  /** Year that wordings without one are read in; null where unknown. */
  year: number | null;
  /** The year is the first of a school year: "tháng 9" is in it, "tháng 3" in the next one. */
  isSchoolYear?: boolean;
  /** Recurring deadlines before this day are left out; '' for none. The date of the plan at first. */
  from: IsoDate;
  /** Of the documents after the first, whose tasks begin with their code; follows from their editions. */
  documents?: readonly DocumentTime[];
  calendar: CalendarSettings;
  products: ProductVocabulary;
  phrases: readonly PhraseMeaning[];
  office: OfficeSettings;
};

export function createDefaultProgressSettings(year: number | null, from: IsoDate = ''): ProgressSettings {
  return {
    year,
    from,
    calendar: createDefaultCalendar(year ?? (from === '' ? 2024 : Number(from.slice(0, 4)))),
    products: DEFAULT_PRODUCT_VOCABULARY,
    phrases: [],
    office: EMPTY_OFFICE_SETTINGS,
  };
}

/**
 * Finds the words by which a task's timing is read: its own settlement first, then the office's phrase.
 *
 * @returns null where the printed words stand by themselves
 */
export function findPhraseMeaning(
  { id, timing }: Pick<Task, 'id' | 'timing'>,
  phrases: readonly PhraseMeaning[],
): string | null {
  const key = toMatchKey(timing);
  const same = phrases.filter(({ phrase }) => toMatchKey(phrase) === key);
  const own = same.find(({ task }) => task === id);
  const office = key === '' ? undefined : same.find(({ task }) => task === '');
  return (own ?? office)?.meaning ?? null;
}
