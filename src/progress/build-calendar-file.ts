import ical, { ICalAlarmRelatesTo, ICalAlarmType, type ICalEvent, ICalEventStatus } from 'ical-generator';
import type { Task } from '../annex/types';
import { addDays, parseIsoDate } from '../shared/dates';
import { cleanText } from '../shared/text';
import { type DeadlineRules, getRowLastDay } from './timeliness';
import type { LogRow } from './types';

type CalendarFileOptions = {
  /** Code of the unit and edition of the annex: what makes the ids of events its own. */
  scope: string;
  name: string;
  rules: DeadlineRules;
  /** When the file is made; a later file replaces the events of an earlier one. */
  now: Date;
  tasks: readonly Pick<Task, 'id' | 'content' | 'leadUnit' | 'timing'>[];
  /** Who is in charge, by id of the task. */
  people?: ReadonlyMap<string, string>;
  /** Days before the last day on which the calendar reminds of what is open. */
  alarmDays?: readonly number[];
  /** Words of the language: before lead unit, products, timing, person, and before the title of what is done. */
  labels: { leadUnit: string; products: string; timing: string; person: string; done: string };
};

const SEQUENCE_START = Date.UTC(2020, 0, 1);
const MS_PER_MINUTE = 60_000;

/** Letters, figures and few marks, so that every calendar program keeps the id as it is; different keys stay different. */
function toCalendarId(key: string): string {
  return key.replace(/[^A-Za-z0-9.-]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}_`);
}

const MAX_TITLE_LENGTH = 120;

function formatEventTitle(row: LogRow, content: string, done: string): string {
  const before = row.typed.state === 'done' ? `${done}: ` : '';
  const title = before + [row.task, row.products, content].filter(Boolean).join(' – ');
  const letters = [...title];
  return letters.length <= MAX_TITLE_LENGTH
    ? title
    : `${letters
        .slice(0, MAX_TITLE_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

const SECONDS_PER_HOUR = 3600;
const HOURS_PER_DAY = 24;
/** Events last the whole day from midnight: an alarm rings at eight o'clock of its day. */
const ALARM_HOUR = 8;

function addAlarm(event: ICalEvent, days: number): void {
  const hoursBefore = days * HOURS_PER_DAY - ALARM_HOUR;
  const seconds = Math.abs(hoursBefore) * SECONDS_PER_HOUR;
  const alarm = event.createAlarm({ type: ICalAlarmType.display, description: event.summary() });
  // An alarm after something is set to the end of the event, which is the next day's midnight.
  if (hoursBefore >= 0) alarm.triggerBefore(seconds);
  else alarm.triggerAfter(seconds).relatesTo(ICalAlarmRelatesTo.start);
}

/**
 * The deadlines as an iCalendar file (RFC 5545): one all-day event an occurrence, on the last day in time, with an id
 * that stays, so that a second file updates the events of the first. What is open has alarms; what was done since says so
 * in its title and is cancelled, as is what did not arise; what has no date is left out.
 */
export function buildCalendarFile(rows: readonly LogRow[], options: CalendarFileOptions): string {
  const { scope, name, rules, now, labels, people, alarmDays = [] } = options;
  const tasks = new Map(options.tasks.map((task) => [task.id, task]));
  const file = ical({ name, prodId: { company: 'Phu luc', product: 'Phu luc', language: 'VI' } });
  for (const row of rows) {
    const lastDay = getRowLastDay(row, rules);
    if (lastDay === null || !parseIsoDate(lastDay)) continue;
    const task = tasks.get(row.task);
    const person = people?.get(row.task);
    const isClosed = row.typed.state === 'done' || row.typed.state === 'nothingArisen';
    const summary = formatEventTitle(row, cleanText(task?.content ?? ''), labels.done);
    const lines = [
      task?.content ?? '',
      task?.leadUnit ? `${labels.leadUnit}: ${task.leadUnit}` : '',
      row.products ? `${labels.products}: ${row.products}` : '',
      task?.timing ? `${labels.timing}: ${task.timing}` : '',
      person ? `${labels.person}: ${person}` : '',
    ];
    const event = file.createEvent({
      id: `${toCalendarId(row.key)}@${toCalendarId(scope)}`,
      sequence: Math.max(0, Math.floor((now.getTime() - SEQUENCE_START) / MS_PER_MINUTE)),
      stamp: now,
      start: new Date(`${lastDay}T00:00:00Z`),
      end: new Date(`${addDays(lastDay, 1)}T00:00:00Z`),
      allDay: true,
      summary,
      ...(isClosed && { status: ICalEventStatus.CANCELLED }),
      description: lines.filter(Boolean).join('\n'),
    });
    if (!isClosed) for (const days of alarmDays) addAlarm(event, days);
  }
  return file.toString();
}
