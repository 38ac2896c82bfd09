import type { MatchedFile, SchoolRow } from '../../../src/consolidation/types';
import { findDuplicates } from '../../../src/consolidation/units/find-duplicates';

const RECORDED = {
  applicability: 'performed',
  reason: '',
  state: null,
  due: '',
  doneOn: '',
  product: '',
  evidence: '',
  note: '',
} as const;

function row(status: string, cell: string): SchoolRow {
  return {
    row: 7,
    hidden: false,
    cells: { id: { value: 'I.1', cell: 'A7' }, status: { value: status, cell } },
    recorded: RECORDED,
  };
}

function file(sha256: string, contentDate: string, rows: SchoolRow[]): MatchedFile {
  return {
    file: `${sha256}.xlsx`,
    sha256,
    contentDate,
    readerVersion: 1,
    origin: 'own',
    edition: { issuer: '', number: '', date: '', title: '', year: null },
    fingerprint: '',
    claims: { code: 'MN01', names: [] },
    sheet: 'Phụ lục',
    rows,
    progressSheet: '',
    progress: [],
    warnings: [],
    matches: rows.map((_, index) => ({ row: index, task: `I.${index + 1}`, pass: 'id', score: 1 })),
    drift: [],
  };
}

const older = file('a1', '2026-05-01T08:00:00.000Z', [row('Đang thực hiện', 'L7')]);
const newer = file('b2', '2026-06-01T08:00:00.000Z', [row('Hoàn thành', 'K9'), row('Hoàn thành', 'K10')]);

describe('findDuplicates', () => {
  it('proposes what was saved last and shows the difference cell by cell', () => {
    const [found] = findDuplicates(new Map([['MN01', [older, newer]]]));
    expect(found).toMatchObject({ unit: 'MN01', files: ['b2', 'a1'], proposed: 'b2', chosen: null });
    expect(found!.differences).toEqual([
      {
        other: 'a1',
        task: 'I.1',
        occurrence: '',
        field: 'status',
        proposed: 'Hoàn thành',
        value: 'Đang thực hiện',
        place: { file: 'b2.xlsx', sheet: 'Phụ lục', cell: 'K9' },
        otherPlace: { file: 'a1.xlsx', sheet: 'Phụ lục', cell: 'L7' },
      },
      expect.objectContaining({ task: 'I.2', proposed: 'Hoàn thành', value: '' }),
    ]);
  });

  it('keeps the officer’s choice as long as that file is there', () => {
    const files = new Map([['MN01', [older, newer]]]);
    expect(findDuplicates(files, new Map([['MN01', 'a1']]))[0]!.chosen).toBe('a1');
    expect(findDuplicates(files, new Map([['MN01', 'zz']]))[0]!.chosen).toBeNull();
  });

  it('takes copies of one file for one file', () => {
    expect(findDuplicates(new Map([['MN01', [newer, { ...newer, file: 'bản sao.xlsx' }]]]))).toEqual([]);
  });

  it('puts files that do not say when they were saved last', () => {
    const undated = file('c3', '', [row('Hoàn thành', 'L7')]);
    const [duplicate] = findDuplicates(new Map([['MN01', [undated, older]]]));
    expect(duplicate!.files[0]).toBe('a1');
    // Which is newer the dates do not show, so none is proposed.
    expect(duplicate!.proposed).toBeNull();
  });
});
