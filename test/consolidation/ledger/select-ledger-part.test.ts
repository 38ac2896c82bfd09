import fc from 'fast-check';
import {
  getEntryKey,
  isCorrected,
  type LedgerEntry,
  type Marks,
} from '../../../src/consolidation/ledger/ledger-entry';
import { selectLedgerPart } from '../../../src/consolidation/ledger/select-ledger-part';
import { getTaskOutcome } from '../../../src/consolidation/ledger/task-outcome';
import { readMasterAnnex } from '../../support/builders/create-consolidation-input';
import { ledgerArbitrary } from '../../support/builders/ledger-arbitrary';

const AS_OF = '2026-07-15';
const options = { asOf: AS_OF, findings: [], annotatedKeys: new Set<string>(), maxRows: 100 };
const [task] = readMasterAnnex().tasks;

function entry(unit: string, reported: Partial<Marks>, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    sender: unit,
    unit,
    unitName: unit,
    kind: '',
    task: task!,
    occurrence: '',
    reported: {
      applicability: 'performed',
      state: 'done',
      due: '2026-08-01',
      doneOn: '2026-07-01',
      ...reported,
    },
    corrected: {},
    reason: '',
    product: '',
    deadline: 'dated',
    evidence: '',
    note: '',
    match: 'id',
    score: 1,
    from: { file: '', sha256: '', sheet: '', cell: '', readAt: '', readerVersion: 1 },
    ...more,
  };
}

const GOOD = entry('good', {});
const LATE = entry('late', { state: 'notStarted', due: '2026-07-01' });
const UNREAD = entry('unread', { state: null });
const FOUND = entry('found', { applicability: 'notPerformed' });
const NOTED = entry('noted', {});
const CORRECTED = entry('corrected', {}, { corrected: { state: 'inProgress' } });
const ALL = [GOOD, FOUND, UNREAD, LATE, NOTED, CORRECTED];
const reported = {
  ...options,
  findings: [{ code: 'refused-without-reason', unit: 'found', task: task!.id, place: {}, args: {} } as const],
  annotatedKeys: new Set([getEntryKey(NOTED)]),
};

describe('the part of a ledger that a sheet shows', () => {
  it.each([
    [100, ['found', 'unread', 'late', 'noted', 'corrected']],
    [4, ['unread', 'late', 'noted', 'corrected']],
    [3, ['late', 'noted', 'corrected']],
    // What the officer has written on stays, whatever the bound.
    [1, ['noted', 'corrected']],
  ])('of at most %i rows: %j', (most, units) => {
    expect(selectLedgerPart(ALL, { ...reported, maxRows: most }).map(({ unit }) => unit)).toEqual(units);
  });

  it('keeps the order, the bound and every correction, and nothing that is in order', () => {
    fc.assert(
      fc.property(ledgerArbitrary, fc.integer({ min: 1, max: 30 }), (entries, most) => {
        const part = selectLedgerPart(entries, { ...options, maxRows: most });
        const corrected = entries.filter(isCorrected).length;
        expect(part.length).toBeLessThanOrEqual(Math.max(most, corrected));
        expect(part.filter(isCorrected)).toHaveLength(corrected);
        expect(part).toEqual(entries.filter((one) => part.includes(one)));
        for (const one of part.filter((row) => !isCorrected(row))) {
          expect(getTaskOutcome(one, AS_OF)).toMatch(/Late$|^needsReview$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
