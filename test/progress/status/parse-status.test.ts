import { parseStatus } from '../../../src/progress/status/parse-status';
import { BLIND_PHRASES } from './corpus/blind-phrases';
import { CLERK_PHRASES } from './corpus/clerk-phrases';
import { LATER_PHRASES } from './corpus/later-phrases';
import { NARRATIVE_PHRASES } from './corpus/narrative-phrases';
import { OFFICE_PHRASES } from './corpus/office-phrases';
import { OPEN_ACT_PHRASES } from './corpus/open-act-phrases';
import { OPEN_END_PHRASES } from './corpus/open-end-phrases';
import { SCHOOL_PHRASES } from './corpus/school-phrases';
import { STEP_PHRASES } from './corpus/step-phrases';
import { TUNED_PHRASES } from './corpus/tuned-phrases';
import { UNSEEN_PHRASES } from './corpus/unseen-phrases';
import { UNTOUCHED_PHRASES } from './corpus/untouched-phrases';
import { UNTOUCHED_SCHOOL_PHRASES } from './corpus/untouched-school-phrases';
import { VOICE_PHRASES } from './corpus/voice-phrases';

const isDone = (text: string): boolean => parseStatus(text).state === 'done';

/** Share of the plain claims of the untouched half that must be read as done. */
const MIN_RECALL = 0.99;
/** Share of the plain claims of the last phrases, at which they were measured. */
const MIN_UNSEEN_RECALL = 0.93;
/**
 * Claims of the untouched half of the school phrases, and others, that are read as done. At the first measurement they
 * were 85 and 1, later 107 and 0; 86 and 0 since a clause that is not understood leaves the claim beside it open.
 */
const MEASURED_SCHOOL = { done: 86, others: 0 };

type PhraseSet = { done: readonly string[]; notDone: readonly string[]; asked?: readonly string[] };

const ALL_PHRASES: readonly PhraseSet[] = [
  TUNED_PHRASES,
  CLERK_PHRASES,
  LATER_PHRASES,
  UNTOUCHED_PHRASES,
  UNSEEN_PHRASES,
  BLIND_PHRASES,
  OFFICE_PHRASES,
  SCHOOL_PHRASES,
  NARRATIVE_PHRASES,
  UNTOUCHED_SCHOOL_PHRASES,
  VOICE_PHRASES,
  OPEN_ACT_PHRASES,
  OPEN_END_PHRASES,
  STEP_PHRASES,
];

const ASKED_PHRASES = ALL_PHRASES.flatMap(({ asked = [] }) => asked);

describe('parseStatus on phrases of its corpus', () => {
  it('has at least 4,850 different phrases', () => {
    const all = ALL_PHRASES.flatMap(({ done, notDone }) => [...done, ...notDone]);
    expect(new Set(all).size).toBeGreaterThanOrEqual(4850);
  });

  it.each<[string, string | null]>([
    ['Đã thực hiện ngày 13/10 - 17/10/2025', 'done'],
    ['Đã tổ chức từ ngày 5/10 đến ngày 6/10', 'done'],
    ['Cơ bản đã xong các đầu việc chính', 'inProgress'],
    ['Quý I, II đã thực hiện', null],
    ['Đã tổ chức xong 04 lớp bơi cho 124 trẻ', null],
    ['Đã làm xong 2 nội dung', null],
  ])('reads "%s" as %s', (text, state) => {
    expect(parseStatus(text).state).toBe(state);
  });

  it('takes "7/5" for a day, and for more than there is where it counts something', () => {
    expect(parseStatus('Hoàn thành 7/5').state).toBe('done');
    for (const noun of ['nội dung', 'chỉ tiêu', 'nhiệm vụ'])
      expect(parseStatus(`Hoàn thành 7/5 ${noun}`).state).toBeNull();
  });

  it.each([
    ['tuned', TUNED_PHRASES],
    ['clerk', CLERK_PHRASES],
    ['later', LATER_PHRASES],
    ['blind', BLIND_PHRASES],
    ['office', OFFICE_PHRASES],
    ['school', SCHOOL_PHRASES],
    ['narrative', NARRATIVE_PHRASES],
    ['voice', VOICE_PHRASES],
    ['open act', OPEN_ACT_PHRASES],
    ['open end', OPEN_END_PHRASES],
    ['step', STEP_PHRASES],
  ])('reads every plain claim of the %s phrases as done, and nothing else', (_, { done, notDone }) => {
    expect(done.filter((text) => !isDone(text))).toEqual([]);
    expect(notDone.filter(isDone)).toEqual([]);
  });

  it.each(ASKED_PHRASES)('never takes "%s" for not begun', (text) => {
    expect(['done', 'inProgress', null]).toContain(parseStatus(text).state);
  });

  it('reads the plain claims of the untouched half as done', () => {
    const right = UNTOUCHED_PHRASES.done.filter(isDone).length;
    expect(right / UNTOUCHED_PHRASES.done.length).toBeGreaterThanOrEqual(MIN_RECALL);
  });

  it('reads nothing else of the untouched half as done', () => {
    expect(UNTOUCHED_PHRASES.notDone.filter(isDone).length).toBe(0);
  });

  it('reads the plain claims of the last phrases as done as often as when they were measured', () => {
    const right = UNSEEN_PHRASES.done.filter(isDone).length;
    expect(right / UNSEEN_PHRASES.done.length).toBeGreaterThanOrEqual(MIN_UNSEEN_RECALL);
    expect(UNSEEN_PHRASES.notDone.filter(isDone)).toEqual([]);
  });

  it('reads the untouched half of the school phrases as well as when it was measured', () => {
    const { done, notDone } = UNTOUCHED_SCHOOL_PHRASES;
    expect(done.filter(isDone).length).toBeGreaterThanOrEqual(MEASURED_SCHOOL.done);
    expect(notDone.filter(isDone).length).toBeLessThanOrEqual(MEASURED_SCHOOL.others);
  });

  it('leaves the choices of a form that none was taken of to the officer', () => {
    for (const text of ['HT-CHT', 'HT/CHT', 'Hoàn thành/Chưa hoàn thành', 'Có/Không', 'Đã/Chưa'])
      expect(parseStatus(text).state).toBeNull();
  });
});

describe('a report in the cell of a status', () => {
  it('is left to the officer', () => {
    const sentence = 'Đã tổ chức hội nghị và gửi báo cáo. ';
    expect(parseStatus(sentence).state).toBe('done');
    expect(parseStatus(sentence.repeat(30)).state).toBeNull();
  });
});
