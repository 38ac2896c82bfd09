import type { LedgerEntry } from '../../../src/consolidation/ledger/ledger-entry';
import { filterEntries, NO_DRILL_FILTER } from '../../../src/taskpane/consolidation/filter-entries';

function createEntry(unit: string, unitName: string, state: 'done' | 'notStarted'): LedgerEntry {
  const marks = { applicability: 'performed', state, due: '', doneOn: '' } as const;
  return {
    unit,
    unitName,
    task: { id: 'I.1', content: 'Tổ chức ngày hội đọc sách' },
    reported: marks,
    corrected: {},
    deadline: 'none',
  } as unknown as LedgerEntry;
}

const ENTRIES = [
  createEntry('MN-01', 'Trường Mầm non Sao Hôm', 'done'),
  createEntry('TH-01', 'Trường Tiểu học Sao Mai', 'notStarted'),
];
const listUnits = (filter: Partial<typeof NO_DRILL_FILTER>): string[] =>
  filterEntries(ENTRIES, '2026-06-20', { ...NO_DRILL_FILTER, ...filter }).map(({ unit }) => unit);

describe('filterEntries', () => {
  it('finds schools and tasks without diacritics', () => {
    expect(listUnits({ search: 'sao mai' })).toEqual(['TH-01']);
    expect(listUnits({ search: 'ngay hoi' })).toEqual(['MN-01', 'TH-01']);
  });

  it('keeps the rows of a state', () => {
    expect(listUnits({ outcome: 'notStarted' })).toEqual(['TH-01']);
  });
});
