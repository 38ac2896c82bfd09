/** A reminder a year ahead is a slip of the pen. */
const MAX_ALARM_DAYS = 365;
const MAX_ALARMS = 5;

/** Returns the days before a deadline that are proposed: when it counts as due soon, and the day before. */
export const getDefaultAlarmDays = (soonDays: number): number[] => [...new Set([soonDays, 1])];

/**
 * Parses days before a deadline, as "7, 1"; '' asks for none. Each once, the earliest reminder first.
 *
 * @returns null if the text is something else
 */
export function parseAlarmDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > MAX_ALARM_DAYS)) return null;
  const days = [...new Set(parts.map(Number))].sort((a, b) => b - a);
  return days.length <= MAX_ALARMS ? days : null;
}
