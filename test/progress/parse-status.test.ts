import { parseStatus } from '../../src/progress/parse-status';
import { TUNED_PHRASES } from './status-corpus/tuned-phrases';
import { UNTOUCHED_PHRASES } from './status-corpus/untouched-phrases';

const isDone = (text: string): boolean => parseStatus(text).state === 'done';

/** Share of the plain claims of the untouched half that must be read as done. */
const MIN_RECALL = 0.99;

describe('parseStatus on phrases of its corpus', () => {
  it('has at least 400 different phrases', () => {
    const all = [TUNED_PHRASES, UNTOUCHED_PHRASES].flatMap(({ done, notDone }) => [...done, ...notDone]);
    expect(new Set(all).size).toBeGreaterThanOrEqual(400);
  });

  it('reads every plain claim of the tuned half as done', () => {
    expect(TUNED_PHRASES.done.filter((text) => !isDone(text))).toEqual([]);
  });

  it('reads nothing else of the tuned half as done', () => {
    expect(TUNED_PHRASES.notDone.filter(isDone)).toEqual([]);
  });

  it('reads the plain claims of the untouched half as done', () => {
    const right = UNTOUCHED_PHRASES.done.filter(isDone).length;
    expect(right / UNTOUCHED_PHRASES.done.length).toBeGreaterThanOrEqual(MIN_RECALL);
  });

  it('reads nothing else of the untouched half as done', () => {
    expect(UNTOUCHED_PHRASES.notDone.filter(isDone).length).toBe(0);
  });
});
