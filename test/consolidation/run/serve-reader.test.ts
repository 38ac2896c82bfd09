import type { ReadOutcome } from '../../../src/consolidation/run/reader-messages';
import { type ReaderPlatform, serveReader } from '../../../src/consolidation/run/serve-reader';
import { err, ok } from '../../../src/shared/result';

const SOUND: ReaderPlatform = {
  load: () => Promise.resolve(ok(new Uint8Array([1]))),
  sha256: () => 'hash',
  read: () => Promise.resolve(err('no-table')),
};
function fault(): never {
  throw new TypeError('x is not a function');
}

async function readTwo(platform: ReaderPlatform): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  await new Promise<void>((resolve) => {
    const post = serveReader(platform, (message) => {
      if ('outcome' in message && outcomes.push(message.outcome) === 2) resolve();
    });
    post({ kind: 'start', annex: null, known: [] });
    for (const job of [0, 1]) post({ kind: 'read', job, file: `${job}.xlsx`, source: job });
  });
  return outcomes;
}

describe('serveReader', () => {
  it.each<[string, Partial<ReaderPlatform>]>([
    ['loads a file', { load: fault }],
    ['computes a hash', { sha256: fault }],
    ['reads a file', { read: fault }],
  ])('answers for each file where the program fails as it %s, and calls it its own', async (_, part) => {
    const outcomes = await readTwo({ ...SOUND, ...part });
    expect(outcomes).toEqual(
      ['0.xlsx', '1.xlsx'].map((file) =>
        expect.objectContaining({
          kind: 'failed',
          failed: expect.objectContaining({
            file,
            problems: [
              expect.objectContaining({
                code: 'reader-fault',
                details: { reason: 'TypeError: x is not a function' },
              }),
            ],
          }),
        }),
      ),
    );
  });

  it('fails a file that the reader refuses with its own reason', async () => {
    const [first] = await readTwo(SOUND);
    expect(first).toMatchObject({ kind: 'failed', failed: { problems: [{ code: 'no-table' }] } });
  });
});
