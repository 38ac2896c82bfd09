import fc from 'fast-check';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { findDuplicates } from '../../../src/consolidation/units/find-duplicates';
import {
  createConsolidationInput,
  createMatchedFile,
  createReceived,
} from '../../support/builders/create-consolidation-input';
import '../../support/fixed-seed';

const NONE = createConsolidationInput(1, 0);
const UNIT = NONE.units[0]!.code;

describe('consolidate', () => {
  it('counts of several files of a unit the one that is proposed, and none where none is', () => {
    const dates = fc.constantFrom('', '2026-07-01T08:00:00Z', '2026-07-02T08:00:00Z', '2026-07-03T08:00:00Z');
    fc.assert(
      fc.property(fc.array(dates, { minLength: 2, maxLength: 4 }), (contentDates) => {
        const files = contentDates.map((contentDate, index) =>
          createMatchedFile(NONE.annex, 0, { sha: `sha-${index}`, contentDate }),
        );
        const [duplicate] = findDuplicates(new Map([[UNIT, files]]));
        const { sources, entries, findings } = consolidate({
          ...NONE,
          received: files.map((file) => createReceived(file, UNIT)),
        });
        const used = sources.find(({ state }) => state === 'used')?.sha256 ?? null;
        expect(used).toBe(duplicate!.proposed);
        expect(entries.length > 0).toBe(used !== null);
        expect(findings.some(({ code }) => code === 'unit-choice')).toBe(used === null);
      }),
      { numRuns: 100 },
    );
  });
});
