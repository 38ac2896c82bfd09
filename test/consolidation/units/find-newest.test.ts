import { findNewest } from '../../../src/consolidation/units/find-newest';

const file = (name: string, contentDate: string) => ({ name, contentDate });

describe('findNewest', () => {
  it('returns the file that was saved last', () => {
    const files = [file('a', '2026-05-01T08:00:00Z'), file('b', '2026-06-01T08:00:00Z')];
    expect(findNewest(files)?.name).toBe('b');
  });

  it('returns a single file whether it has a date or not', () => {
    expect(findNewest([file('a', '')])?.name).toBe('a');
  });

  it.each([
    ['no file has a date', ['', '']],
    ['one file has none', ['2026-05-01T08:00:00Z', '']],
    ['the two newest have the same', ['2026-05-01T08:00:00Z', '2026-05-01T08:00:00Z']],
  ])('returns null where %s', (_, dates) => {
    expect(findNewest(dates.map((date, at) => file(String(at), date)))).toBeNull();
  });
});
