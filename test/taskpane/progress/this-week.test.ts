import { getWeek } from '../../../src/taskpane/progress/this-week';

describe('getWeek', () => {
  it.each(['2026-11-30', '2026-12-03', '2026-12-06'])('runs from Monday to Sunday around %s', (day) => {
    expect(getWeek(day)).toEqual({ from: '2026-11-30', until: '2026-12-06' });
  });
});
