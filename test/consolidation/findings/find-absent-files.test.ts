import type { Consolidation } from '../../../src/consolidation/ledger/consolidation';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import type { PreviousConsolidation } from '../../../src/consolidation/run/previous-consolidation';
import { describeFinding } from '../../../src/i18n/describe-finding';
import {
  createConsolidationInput,
  createMatchedFile,
  createReceived,
  readMasterAnnex,
} from '../../support/builders/create-consolidation-input';

const annex = readMasterAnnex();
const older = createMatchedFile(annex, 0);
const newer = createMatchedFile(annex, 0, { sha: 'sha-new', contentDate: '2026-07-12T08:00:00Z' });
const nobodys = { ...createMatchedFile(annex, 1, { sha: 'sha-question' }), file: 'khong-ro.xlsx' };

function toPrevious(book: Consolidation, decisions: [string, string][] = []): PreviousConsolidation {
  return {
    ...book,
    decisions: new Map(decisions),
  };
}

/** Unit 1 has sent twice, the newer one is used; of a third file nobody knows whose it is. */
function before(): Consolidation {
  return consolidate(
    createConsolidationInput(3, 0, {
      received: [
        createReceived(older, 'DV-01'),
        createReceived(newer, 'DV-01'),
        {
          kind: 'school',
          file: nobodys,
          unit: { kind: 'question', reason: 'unknown', candidates: ['DV-02'] },
        },
      ],
    }),
  );
}

function absentIn(book: Consolidation): [string, string][] {
  return book.findings.flatMap(({ code, args, unit, place }) =>
    code === 'file-warning' && args['problem'] === 'decided-file-absent' ? [[unit, place.file ?? '']] : [],
  );
}

describe('a file that the officer decided about', () => {
  it.each<[string, [string, string][], Parameters<typeof createConsolidationInput>[2], [string, string][]]>([
    ['nothing decided', [], {}, []],
    ['to be used, not given', [['sha-0', 'Dùng']], {}, [['DV-01', older.file]]],
    ['to be used, and given', [['sha-0', 'Dùng']], { received: [createReceived(older, 'DV-01')] }, []],
    ['to be used, as it is', [['sha-new', 'Dùng']], {}, []],
    ['told to be of a unit, not given', [['sha-question', 'DV-02']], {}, [['DV-02', 'khong-ro.xlsx']]],
    ['told to be of the unit it is of', [['sha-new', 'dv-01']], {}, []],
    ['a note of the officer', [['sha-question', 'hỏi lại trường']], {}, []],
    [
      'told to be of a unit, and given',
      [['sha-question', 'DV-02']],
      { received: [createReceived(nobodys, 'DV-02')] },
      [],
    ],
  ])('%s', (_, decisions, more, absent) => {
    const book = consolidate(
      createConsolidationInput(3, 0, { received: [], ...more, previous: toPrevious(before(), decisions) }),
    );
    expect(absentIn(book)).toEqual(absent);
  });

  it('is reported as soon as it is decided, in both languages, with its unit and its name', () => {
    const book = consolidate(
      createConsolidationInput(3, 0, {
        received: [],
        previous: toPrevious(before()),
        decisions: new Map([['sha-0', 'Dùng']]),
      }),
    );
    const finding = book.findings.find(({ code }) => code === 'file-warning')!;
    for (const locale of ['vi', 'en'] as const) {
      expect(describeFinding(locale, finding)).toContain('DV-01');
      expect(describeFinding(locale, finding)).toContain(older.file);
    }
    // The rows that stand in the ledger stay.
    expect(book.entries.every(({ from }) => from.sha256 === 'sha-new')).toBe(true);
  });
});
