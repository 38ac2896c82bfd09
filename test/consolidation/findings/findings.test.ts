import { createDriftFindings } from '../../../src/consolidation/findings/create-drift-findings';
import { createRowFindings } from '../../../src/consolidation/findings/create-row-findings';
import { findDisagreements } from '../../../src/consolidation/findings/find-disagreements';
import { getFindingKey } from '../../../src/consolidation/findings/finding';
import type { LedgerEntry, Marks } from '../../../src/consolidation/ledger/ledger-entry';

function entry(marks: Partial<Marks>, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    sender: 'A',
    unit: 'A',
    unitName: 'Trường A',
    kind: 'MN',
    task: {
      id: 'I.1',
      section: 'I',
      sectionTitle: 'Một',
      tt: '1',
      content: 'Việc',
      leadUnit: '',
      product: 'Báo cáo',
    },
    occurrence: '',
    reported: { applicability: 'performed', state: 'inProgress', due: '2026-06-30', doneOn: '', ...marks },
    corrected: {},
    reason: '',
    product: 'Báo cáo',
    deadline: 'dated',
    evidence: '',
    note: '',
    match: 'id',
    score: 1,
    from: { file: 'a.xlsx', sha256: 'a', sheet: 'Phụ lục', cell: 'L7', readAt: '', readerVersion: 1 },
    ...more,
  };
}

const DAYS = {
  from: '2026-01-05',
  asOf: '2026-07-15',
  blankFiles: new Set<string>(),
  markedTasks: new Set<string>(),
};

const codes = (one: LedgerEntry): string[] => createRowFindings([one], DAYS).map(({ code }) => code);

describe('what a row has wrong in itself', () => {
  it.each<[string, LedgerEntry, string[]]>([
    ['under way', entry({}), []],
    ['refused with a reason', entry({ applicability: 'notPerformed', state: null }, { reason: 'x' }), []],
    [
      'refused and yet done',
      entry({ applicability: 'notPerformed', state: 'done' }, { reason: 'x' }),
      ['refused-with-progress'],
    ],
    [
      'refused, not begun',
      entry({ applicability: 'notPerformed', state: 'notStarted' }, { reason: 'x' }),
      [],
    ],
    [
      'refused without a reason',
      entry({ applicability: 'notPerformed', state: null }),
      ['refused-without-reason'],
    ],
    ['performed with a reason', entry({}, { reason: 'x' }), ['performed-with-reason']],
    ['no state', entry({ state: null }), ['state-unread']],
    ['done without a day', entry({ state: 'done' }, { evidence: '1/BC' }), ['done-without-day']],
    ['done, no deadline', entry({ state: 'done', due: '' }, { evidence: '1/BC', deadline: 'none' }), []],
    ['a day, not done', entry({ doneOn: '2026-06-01' }), ['day-without-done']],
    [
      'done tomorrow',
      entry({ state: 'done', doneOn: '2026-07-16' }, { evidence: '1/BC' }),
      ['done-in-future'],
    ],
    ['product cleared', entry({}, { product: '' }), ['product-missing']],
    ['done, nothing to show', entry({ state: 'done', doneOn: '2026-06-01' }), ['evidence-missing']],
    ['explained in a note', entry({ state: 'done', doneOn: '2026-06-01' }, { note: 'nộp giấy' }), []],
    ['corrected by the officer', entry({ state: null }, { corrected: { state: 'notStarted' } }), []],
    ['not in the workbook', entry({ state: null }, { from: { ...entry({}).from, cell: '' } }), []],
  ])('%s', (_, one, expected) => expect(codes(one)).toEqual(expected));

  it('asks a file that is not filled in for no single reason', () => {
    const refused = entry({ applicability: 'notPerformed', state: null });
    expect(createRowFindings([refused], { ...DAYS, blankFiles: new Set(['a.xlsx']) })).toEqual([]);
  });

  it('asks no reason for a task that the annex itself marks as not performed', () => {
    const refused = entry({ applicability: 'notPerformed', state: null });
    expect(createRowFindings([refused], { ...DAYS, markedTasks: new Set(['I.1']) })).toEqual([]);
    const done = entry({ applicability: 'notPerformed', state: 'done' });
    expect(
      createRowFindings([done], { ...DAYS, markedTasks: new Set(['I.1']) }).map(({ code }) => code),
    ).toEqual(['refused-with-progress']);
  });

  it('asks for evidence of each occurrence where the unit keeps a log, not of the task as a whole', () => {
    const done = { state: 'done', doneOn: '2026-06-01' } as const;
    const rows = [
      entry(done),
      entry(done, { occurrence: 'I.1@2026-03-31', evidence: '05/BC' }),
      entry(done, { occurrence: 'I.1@2026-06-30' }),
      entry(done, { task: { ...entry({}).task, id: 'I.2' } }),
    ];
    const found = createRowFindings(rows, DAYS).map(({ code, task, args }) => [code, task, args['at']]);
    expect(found).toEqual([
      ['evidence-missing', 'I.1', 'I.1@2026-06-30'],
      ['evidence-missing', 'I.2', undefined],
    ]);
  });

  it('names the cell', () => {
    expect(createRowFindings([entry({ state: null })], DAYS)[0]).toMatchObject({
      unit: 'A',
      task: 'I.1',
      place: { file: 'a.xlsx', sheet: 'Phụ lục', cell: 'L7' },
    });
  });
});

describe('disagreements', () => {
  const describes = (unit: string, applicability: Marks['applicability'], kind = 'MN') =>
    entry({ applicability }, { unit, sender: unit, kind });

  it('name the fewer, among units of one kind', () => {
    const found = findDisagreements([
      describes('A', 'performed'),
      describes('B', 'notPerformed'),
      describes('C', 'performed'),
      describes('D', 'undecided'),
      describes('E', 'notPerformed', 'TH'),
    ]);
    expect(found.map(({ task, args }) => [task, args])).toEqual([
      ['I.1', { at: 'MN', kind: 'MN', performed: 2, refused: 1, units: 'B', side: 'refused' }],
    ]);
  });

  it('are none where all of a kind say the same', () => {
    expect(findDisagreements([describes('A', 'performed'), describes('E', 'notPerformed', 'TH')])).toEqual(
      [],
    );
  });
});

describe('drift', () => {
  it('becomes findings with keys of their own; what the ledger judges itself is left out', () => {
    const found = createDriftFindings(
      {
        file: 'a.xlsx',
        sheet: 'S',
        drift: [
          { kind: 'missing', task: 'I.1' },
          { kind: 'added', row: 9, place: { cell: 'D9' }, content: 'Việc mới', closest: null, score: 0.2 },
          {
            kind: 'changed',
            task: 'I.2',
            place: { cell: 'H3' },
            field: 'timing',
            before: 'Quý I',
            after: '',
          },
          { kind: 'edition', before: '1/KH', after: '2/KH' },
        ],
        warnings: [
          { code: 'undecided-row', severity: 'warning', place: { cell: 'A1' } },
          {
            code: 'not-a-date',
            severity: 'warning',
            place: { cell: 'M4', task: 'I.4' },
            details: { value: 'x' },
          },
        ],
        rows: [],
        progress: [],
        claims: { code: 'A', names: [] },
      },
      { code: 'A', name: 'Trường A' },
    );
    expect(found.map(getFindingKey)).toEqual([
      'row-missing|A|I.1',
      'row-added|A||D9',
      'cell-changed|A|I.2|timing',
      'other-edition|A|',
      'file-warning|A|I.4|not-a-date:M4',
    ]);
  });
});
