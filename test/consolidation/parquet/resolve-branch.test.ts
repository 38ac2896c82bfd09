import {
  createBranchResolver,
  createEntryBranchResolver,
  formatBranchFolder,
} from '../../../src/consolidation/parquet/resolve-branch';

const COMMUNES = Array.from({ length: 40 }, (_, index) => `T${Math.floor(index / 10)}-${100 + index}`);

describe('branches of a ledger', () => {
  it.each([
    [['P-01', 'P-02', 'P-01'], 2, ['P-01', 'P-02']],
    // Too many communes: their provinces.
    [COMMUNES, 4, ['T0', 'T1', 'T2', 'T3']],
    // Codes without parts: their beginnings.
    [['0011', '0012', '0121', '0122'], 2, ['001', '012']],
    [['ab', 'cd', 'ef'], 1, ['']],
    [[], 4, []],
  ])('of %j, at most %i: %j', (codes, most, expected) => {
    const branch = createBranchResolver(codes, most);
    expect([...new Set(codes.map(branch))]).toEqual(expected);
  });

  it('are those of the sender where a lower level consolidated, else those above the unit', () => {
    const unit = { name: '', aliases: [], kind: '', validFrom: '', validTo: '' };
    const branch = createEntryBranchResolver(
      [
        { ...unit, code: 'MN-01', parent: 'P-01' },
        { ...unit, code: 'MN-02', parent: '' },
      ],
      { code: 'T-01' },
    );
    expect(branch({ sender: 'MN-01', unit: 'MN-01' })).toBe('P-01');
    expect(branch({ sender: 'MN-02', unit: 'MN-02' })).toBe('T-01');
    expect(branch({ sender: 'MN-09', unit: 'MN-09' })).toBe('T-01');
    expect(branch({ sender: 'P-07', unit: 'TH-01' })).toBe('P-07');
  });

  it.each([
    ['P-01', 'branch=P-01'],
    ['', 'branch=__HIVE_DEFAULT_PARTITION__'],
    ['12/KH=A:b', 'branch=12%2FKH%3DA%3Ab'],
    ['Đồng Sen', 'branch=Đồng Sen'],
    ['../x', 'branch=..%2Fx'],
    ['P. ', 'branch=P.%20'],
    ['P.', 'branch=P%2E'],
    ['x'.repeat(100), `branch=${'x'.repeat(60)}`],
  ])('%j is the folder %s', (branch, folder) => {
    expect(formatBranchFolder(branch)).toBe(folder);
  });
});
