import { EMPTY_OFFICE_SETTINGS, getNamesOnDate, getSuperiorOnDate } from '../../src/annex/office-settings';

const SUPERIORS = [
  { from: '2025-07-01', name: 'Ủy ban nhân dân phường A' },
  { from: '', name: 'Ủy ban nhân dân quận B' },
  { from: '2030-01-01', name: '' },
];

describe('names that hold from a day on', () => {
  it.each([
    ['2025-06-30', 'Ủy ban nhân dân quận B'],
    ['2025-07-01', 'Ủy ban nhân dân phường A'],
    ['2031-01-01', 'Ủy ban nhân dân phường A'],
  ])('on %s: %s', (day, name) =>
    expect(getSuperiorOnDate({ ...EMPTY_OFFICE_SETTINGS, superiors: SUPERIORS }, day)).toBe(name),
  );

  it('are none before the first day', () => {
    expect(
      getSuperiorOnDate({ ...EMPTY_OFFICE_SETTINGS, superiors: SUPERIORS.slice(0, 1) }, '2025-06-30'),
    ).toBe('');
    expect(getNamesOnDate([], '2025-06-30')).toEqual([]);
  });

  it('hold together where they have one day', () => {
    const names = [...SUPERIORS, { from: '2025-07-01', name: 'Phòng Nội vụ' }];
    expect(getNamesOnDate(names, '2026-01-01')).toEqual(['Ủy ban nhân dân phường A', 'Phòng Nội vụ']);
  });
});
