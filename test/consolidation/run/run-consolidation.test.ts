import type { Annex } from '../../../src/annex/types';
import { countFiles } from '../../../src/consolidation/run/count-files';
import type { ReadOutcome } from '../../../src/consolidation/run/reader-messages';
import { combineInputs, type FileSource, readInputs } from '../../../src/consolidation/run/run-consolidation';
import { createMatchedFile, readMasterAnnex } from '../../support/builders/create-consolidation-input';

const annex = readMasterAnnex();
const other: Annex = { ...annex, tasks: annex.tasks.slice(0, 10) };
const now = () => new Date('2026-07-15T01:00:00Z');

function createSource(outcomes: readonly ReadOutcome[], files: readonly string[]): FileSource {
  return {
    files,
    read: ({ onOutcome }) => {
      outcomes.forEach(onOutcome);
      return Promise.resolve(true);
    },
    readArchived: () => Promise.resolve(true),
    load: () => Promise.resolve(null),
    readLowerWorkbook: () => null,
  };
}

describe('combineInputs', () => {
  const request = { units: null, level: null, asOf: '2026-07-15', reportDue: null, previous: null };

  it('refuses files that were matched with another annex than is asked for', async () => {
    const file = createMatchedFile(annex, 0);
    const source = createSource([{ kind: 'matched', file }], [file.file]);
    const inputs = await readInputs({ annex, previous: null }, source, { now });
    expect(combineInputs({ ...request, annex }, inputs!)).toMatchObject({ ok: true });
    expect(combineInputs({ ...request, annex: other }, inputs!)).toMatchObject({
      ok: false,
      problems: [{ code: 'annex-changed' }],
    });
  });
});

describe('readInputs', () => {
  it('counts two copies of a file that cannot be read as two refused ones', async () => {
    const outcomes = ['a.xlsx', 'b.xlsx'].map((file): ReadOutcome => ({
      kind: 'failed',
      failed: { file, sha256: 'same', problems: [] },
    }));
    const inputs = await readInputs({ annex, previous: null }, createSource(outcomes, ['a.xlsx', 'b.xlsx']), {
      now,
    });
    expect(inputs?.tally).toEqual({ received: 2, read: 0, refused: 2, leftOut: 0 });
  });
});

describe('countFiles', () => {
  it('throws where a file was lost on the way', () => {
    const summary = { read: [], failed: [], unchanged: new Map(), copies: [] };
    expect(() => countFiles(summary, { received: 1, leftOut: 0 })).toThrow('1 files received');
  });
});
