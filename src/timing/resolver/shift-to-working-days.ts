import { parseIsoDate } from '../../shared/dates';
import { getDefaultDaysOff } from '../calendar/days-off';
import { shiftFromDayOff } from '../calendar/working-days';
import { foldText } from '../lexer/fold-text';
import type { TimingReading } from '../types';

/** The last or first working day of a period; behind a figure the words count days instead. */
const EDGE_DAY = /(?<!\d )\bngay lam viec (?:(cuoi(?: cung)?)|dau(?: tien)?)\b/;
/** The fifth working day of a month, which may be none of its last: nobody reads it as a date here. */
const COUNTED_DAY = /\bngay lam viec thu (?:\d+|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)\b/;

const lowerConfidence = (reading: TimingReading, phrase: string): TimingReading => ({
  ...reading,
  confidence: reading.confidence === 'high' ? 'medium' : reading.confidence,
  warnings: [...reading.warnings, { code: 'unread-words', phrase }],
});

/**
 * Moves the dates of "ngày làm việc cuối cùng của tháng" back, and those of "ngày làm việc đầu tiên" on, to the nearest
 * working day by the announced days off. Where the words stand beside other deadlines, or count the working days of a
 * period, the reading is no longer certain.
 */
export function shiftToWorkingDays(reading: TimingReading): TimingReading {
  const key = foldText(reading.text).replace(/\s+/g, ' ');
  const counted = COUNTED_DAY.exec(key);
  if (counted && reading.due.length > 0) return lowerConfidence(reading, counted[0]);
  const edge = EDGE_DAY.exec(key);
  if (!edge || reading.due.length === 0) return reading;
  if (reading.parts.length > 1 || /[;,\n]/.test(reading.text)) return lowerConfidence(reading, edge[0]);
  const shift = edge[1] === undefined ? 'later' : 'earlier';
  return {
    ...reading,
    // One day of a month, and not the month.
    ...(reading.kind !== 'recurring' && { kind: 'date' as const }),
    due: reading.due.map((date) =>
      shiftFromDayOff(date, { shift, daysOff: getDefaultDaysOff(parseIsoDate(date)?.year ?? 0) }),
    ),
  };
}
