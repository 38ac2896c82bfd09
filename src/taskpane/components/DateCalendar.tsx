import { Calendar, DayOfWeek, type ICalendarStrings } from 'office-ui-fabric-react/lib/Calendar';
import type { ReactElement } from 'react';
import { type IsoDate, parseIsoDate, toLocalIsoDate } from '../../shared/dates';
import { useTranslation } from '../shell/use-translation';

/** A day of the local calendar at noon, safe from the changes of summer time. */
function toLocalDate(date: IsoDate): Date | undefined {
  const parts = parseIsoDate(date);
  return parts ? new Date(parts.year, parts.month - 1, parts.day, 12) : undefined;
}

/** Returns the names of months and days in a language; 1 January 2023 is a Sunday. */
function buildCalendarStrings(locale: string, goToToday: string): ICalendarStrings {
  const format = (date: Date, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, options).format(date);
  const months = Array.from({ length: 12 }, (_, month) => new Date(2023, month, 1));
  const days = Array.from({ length: 7 }, (_, day) => new Date(2023, 0, 1 + day));
  return {
    months: months.map((date) => format(date, { month: 'long' })),
    shortMonths: months.map((date) => format(date, { month: 'short' })),
    days: days.map((date) => format(date, { weekday: 'long' })),
    shortDays: days.map((date) => format(date, { weekday: 'narrow' })),
    goToToday,
  };
}

/** A calendar whose week begins on Monday, with names in the pane's language. */
export function DateCalendar({
  value,
  onPick,
}: {
  value: IsoDate;
  onPick: (date: IsoDate) => void;
}): ReactElement {
  const { t, locale } = useTranslation();
  return (
    <Calendar
      value={toLocalDate(value)}
      firstDayOfWeek={DayOfWeek.Monday}
      isMonthPickerVisible={false}
      strings={buildCalendarStrings(locale, t('date.today'))}
      onSelectDate={(date) => onPick(toLocalIsoDate(date))}
    />
  );
}
