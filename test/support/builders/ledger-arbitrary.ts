import fc from 'fast-check';
import type { LedgerEntry, Marks } from '../../../src/consolidation/ledger/ledger-entry';
import { addDays } from '../../../src/shared/dates';
import { readMasterAnnex } from './create-consolidation-input';

const MASTER_TASKS = readMasterAnnex().tasks;

const dayArbitrary = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.integer({ min: -40, max: 40 }).map((days) => addDays('2026-07-15', days)) },
);
/** Words as units type them: blank, with quotes, line breaks and letters of every height. */
const textArbitrary = fc.constantFrom(
  '',
  'Báo cáo',
  '12/BC-MN',
  'có \'dấu\' "nháy"',
  'hai\ndòng',
  'Nguyễn Thị Ộ ằ 𠮷',
);

const marksArbitrary: fc.Arbitrary<Marks> = fc.record({
  applicability: fc.constantFrom('performed', 'performed', 'performed', 'notPerformed', 'undecided'),
  state: fc.constantFrom('done', 'inProgress', 'notStarted', 'nothingArisen', null),
  due: dayArbitrary,
  doneOn: dayArbitrary,
});

/** A correction differs from what was reported; one that does not is none. */
function keepDifferences(reported: Marks, wanted: Partial<Marks>): Partial<Marks> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([mark, value]) => reported[mark as keyof Marks] !== value),
  );
}

const entryArbitrary: fc.Arbitrary<LedgerEntry> = fc
  .record({
    unit: fc.integer({ min: 1, max: 5 }),
    sender: fc.constantFrom('', 'P-01', 'P-02'),
    task: fc.constantFrom(...MASTER_TASKS.slice(0, 12)),
    occurrence: fc.constantFrom('', '', '', '2026-06'),
    reported: marksArbitrary,
    corrected: fc.oneof(
      fc.constant({}),
      fc.record(
        {
          applicability: fc.constantFrom('performed', 'notPerformed'),
          state: fc.constantFrom('done', null),
          due: dayArbitrary,
          doneOn: dayArbitrary,
        },
        { requiredKeys: [] },
      ),
    ),
    deadline: fc.constantFrom('dated', 'none', 'unread'),
    reason: textArbitrary,
    product: textArbitrary,
    evidence: textArbitrary,
    note: textArbitrary,
    score: fc.constantFrom(0, 0.5, 0.8137, 1),
    version: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ unit, sender, corrected, version, ...rest }) => ({
    ...rest,
    task: {
      id: rest.task.id,
      section: rest.task.section,
      sectionTitle: rest.task.sectionTitle,
      tt: rest.task.tt,
      content: rest.task.content,
      leadUnit: rest.task.leadUnit,
      product: rest.task.product,
    },
    sender: sender || `DV-0${unit}`,
    unit: `DV-0${unit}`,
    unitName: `Trường số ${unit}`,
    kind: ['MN', 'TH', ''][unit % 3]!,
    corrected: keepDifferences(rest.reported, corrected as Partial<Marks>),
    match: 'id' as const,
    from: {
      file: `don-vi-${unit}.xlsx`,
      sha256: `sha-${unit}`,
      sheet: 'Phụ lục',
      cell: 'L7',
      readAt: '2026-07-15T01:02:03.456Z',
      readerVersion: version,
    },
  }));

/** Ledgers of a few units, every mark, state and day met. */
export const ledgerArbitrary = fc.array(entryArbitrary, { maxLength: 60 });
