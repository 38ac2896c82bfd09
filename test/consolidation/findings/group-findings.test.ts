import type { Finding } from '../../../src/consolidation/findings/finding';
import { countTasks, groupFindings } from '../../../src/consolidation/findings/group-findings';

function createFinding(given: Partial<Finding>): Finding {
  return { code: 'cell-changed', unit: 'MN-01', task: 'I.1', place: { file: 'a.xlsx' }, args: {}, ...given };
}

describe('groupFindings', () => {
  it('makes one line of the rows that a school numbered again', () => {
    const renumbered = ['I.1', 'I.2', 'I.3'].flatMap((task) =>
      ['id', 'tt'].map((field) => createFinding({ task, args: { field } })),
    );
    const [group, ...rest] = groupFindings(renumbered);
    expect(rest).toEqual([]);
    expect(group).toMatchObject({ unit: 'MN-01', isRenumbering: true });
    expect(countTasks(group!.findings)).toBe(3);
  });

  it('keeps units, kinds and columns apart, in the order of the findings', () => {
    const groups = groupFindings([
      createFinding({ args: { field: 'timing' } }),
      createFinding({ code: 'evidence-missing' }),
      createFinding({ unit: 'MN-02', args: { field: 'timing' } }),
      createFinding({ task: 'I.2', args: { field: 'timing' } }),
      createFinding({ args: { field: 'product' } }),
    ]);
    expect(groups.map(({ key, findings }) => [key, findings.length])).toEqual([
      ['MN-01|cell-changed|timing', 2],
      ['MN-01|evidence-missing|', 1],
      ['MN-02|cell-changed|timing', 1],
      ['MN-01|cell-changed|product', 1],
    ]);
  });

  it('joins nothing that belongs to no unit', () => {
    const open = (file: string) =>
      createFinding({ code: 'unit-question', unit: '', task: '', place: { file } });
    expect(groupFindings([open('a.xlsx'), open('b.xlsx')])).toHaveLength(2);
  });
});
