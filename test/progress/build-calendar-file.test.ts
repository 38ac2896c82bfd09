import { sync as icalendar, type VEvent } from 'node-ical';
import { buildCalendarFile } from '../../src/progress/build-calendar-file';
import type { LogRow } from '../../src/progress/types';
import { createDefaultCalendar } from '../../src/timing/calendar/calendar-settings';
import { createLogRow, createTask } from './create-log-row';

const rules = createDefaultCalendar(2024);
const CONTENT = 'Sơ kết phong trào; khen thưởng, \\ “Nghìn việc tốt” – đợt hè với những lớp học xa trường';
const labels = {
  leadUnit: 'Chủ trì',
  products: 'Sản phẩm',
  timing: 'Thời gian',
  person: 'Người phụ trách',
  done: 'Đã hoàn thành',
};

function file(rows: LogRow[], now = '2024-06-05T02:00:00Z', scope = 'MN 01/2024') {
  return buildCalendarFile(rows, {
    scope,
    name: 'Lịch nhiệm vụ',
    rules,
    now: new Date(now),
    tasks: [createTask({ content: CONTENT, timing: 'Trước ngày 15/6\nvà 30/6' })],
    labels,
  });
}

function fileWithAlarms(rows: LogRow[], alarmDays: number[]): string {
  return buildCalendarFile(rows, {
    scope: 'MN',
    name: 'Lịch',
    rules,
    now: new Date('2024-06-05T02:00:00Z'),
    tasks: [createTask({ content: CONTENT })],
    people: new Map([['I.1', 'Cô Hoa']]),
    alarmDays,
    labels,
  });
}

function events(text: string): VEvent[] {
  return Object.values(icalendar.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT');
}

const june: LogRow = createLogRow(
  { kind: 'dated', due: '2024-06-30' },
  {},
  { key: 'I.1||2024-06-30', products: 'Kế hoạch; báo cáo' },
);
const before: LogRow = createLogRow(
  { kind: 'dated', due: '2024-07-15', bound: 'before' },
  {},
  { key: 'I.1||2024-07-15' },
);
const done: LogRow = createLogRow(
  { kind: 'dated', due: '2024-08-31' },
  { state: 'done', doneOn: '2024-08-01' },
  { key: 'I.1||2024-08-31' },
);
const nothing: LogRow = createLogRow(
  { kind: 'dated', due: '2024-09-30' },
  { state: 'nothingArisen' },
  { key: 'I.1||2024-09-30' },
);
const request: LogRow = createLogRow({ kind: 'none' }, {}, { key: 'I.1||' });

function day(date: Date): string {
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}

describe('the calendar file', () => {
  it('has one all-day event an occurrence, on the last day in time', () => {
    const read = events(file([june, before, request]));
    expect(read.map((event) => [day(event.start), event.datetype])).toEqual([
      ['2024-06-30', 'date'],
      ['2024-07-14', 'date'],
    ]);
  });

  it('keeps every word, however long and whatever its marks', () => {
    const [event] = events(file([june]));
    expect(event?.summary).toBe(`I.1 – Kế hoạch; báo cáo – ${CONTENT}`);
    expect(event?.description).toBe(
      [
        CONTENT,
        'Chủ trì: Tổ Văn phòng',
        'Sản phẩm: Kế hoạch; báo cáo',
        'Thời gian: Trước ngày 15/6',
        'và 30/6',
      ].join('\n'),
    );
  });

  it('folds lines at 75 octets, with CRLF, and never inside a letter', () => {
    const text = file([june, before]);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
  });

  it('has ids that stay, and a later file goes before an earlier one', () => {
    const [one] = events(file([june]));
    const [two] = events(file([june, before], '2024-06-06T02:00:00Z'));
    expect(two?.uid).toBe(one?.uid);
    expect(Number(two?.sequence)).toBeGreaterThan(Number(one?.sequence));
    expect(events(file([june], undefined, 'MN 02/2024'))[0]?.uid).not.toBe(one?.uid);
    const ids = events(file([june, before, done, nothing])).map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[\w.-]+@[\w.-]+$/);
  });

  it('marks what is done and cancels what did not arise', () => {
    const [first, second] = events(file([done, nothing]));
    expect(first?.summary).toMatch(/^Đã hoàn thành: I\.1/);
    expect(second?.status).toBe('CANCELLED');
  });

  it('is the same text for the same rows and time', () => expect(file([june])).toBe(file([june])));
});

describe('the reminders of the calendar file', () => {
  it('ring at eight, so many days before, for what is open', () => {
    const text = fileWithAlarms([june], [7, 1, 0]);
    expect([...text.matchAll(/TRIGGER\S+/g)].map(([trigger]) => trigger)).toEqual([
      'TRIGGER:-P6DT16H',
      'TRIGGER:-PT16H',
      'TRIGGER;RELATED=START:PT8H',
    ]);
  });

  it('do not ring for what is done or did not arise, which is cancelled', () => {
    const text = fileWithAlarms([done, nothing], [7]);
    expect(text).not.toContain('VALARM');
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(2);
  });

  it('name who is in charge', () => {
    expect(events(fileWithAlarms([june], []))[0]?.description).toContain('Người phụ trách: Cô Hoa');
  });
});
