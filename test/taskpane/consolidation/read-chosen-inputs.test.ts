import type { FileSource } from '../../../src/consolidation/run/run-consolidation';
import type { Problem } from '../../../src/shared/problem';
import { readChosenInputs } from '../../../src/taskpane/consolidation/read-chosen-inputs';

const source: FileSource = {
  files: ['so.xlsx'],
  read: () => Promise.reject(new TypeError('x is not a function')),
  readArchived: () => Promise.resolve(true),
  load: () => Promise.resolve(null),
  readLowerWorkbook: () => null,
};

describe('readChosenInputs', () => {
  it('reports an error of the program, and ends', async () => {
    const reported: Problem[] = [];
    const inputs = await readChosenInputs(
      source,
      { annex: null, previous: null },
      { now: () => new Date(0) },
      (problems) => void reported.push(...problems),
    );
    expect(inputs).toBeNull();
    expect(reported).toEqual([
      expect.objectContaining({ code: 'internal', details: { reason: 'x is not a function' } }),
    ]);
  });
});
