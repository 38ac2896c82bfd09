import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createMutant, fuzzOnce } from '../../scripts/fuzz/fuzz-once';
import { FUZZ_TARGETS, type FuzzTarget, type FuzzTargetName } from '../../scripts/fuzz/targets';
import { createRandom } from '../support/random';

/** What takes longer is run less often; most of the work is done by `npm run fuzz`. */
const RUNS: Readonly<Record<FuzzTargetName, number>> = {
  docx: 300,
  xlsx: 300,
  pdf: 20,
  html: 100,
  text: 30,
  'old-books': 40,
  'xml-books': 40,
  'packed-books': 40,
  'open-texts': 40,
  'rich-texts': 100,
  plan: 200,
  annex: 60,
  consolidate: 150,
  schools: 80,
};
const SEED = 20260116;

const isInProcess = (name: FuzzTargetName): boolean => name !== 'pdf';

it(`the reader pdf keeps its promises over ${RUNS.pdf} damaged files, in a process of its own as on the command line`, async () => {
  // There promises that pdf.js forgets may be rejected; jest would take them for failures.
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', 'scripts/fuzz.ts', 'pdf'],
    ...['--seed', String(SEED), '--runs', String(RUNS.pdf)],
  ]);
  expect(stdout).toContain(`${RUNS.pdf} runs, 0 failures`);
});

describe.each((Object.keys(FUZZ_TARGETS) as FuzzTargetName[]).filter(isInProcess))(
  'the reader %s',
  (name) => {
    it(`keeps its promises over ${RUNS[name]} damaged files`, async () => {
      const broken: string[] = [];
      for (let run = 0; run < RUNS[name]; run++) {
        const what = await fuzzOnce(FUZZ_TARGETS[name], SEED, run);
        if (what !== null) broken.push(`run ${run}: ${what}`);
      }
      expect(broken).toEqual([]);
    });
  },
);

describe('fuzzOnce', () => {
  const target = (read: FuzzTarget['read']): FuzzTarget => ({ ...FUZZ_TARGETS.docx, read });
  it.each<[string, FuzzTarget['read'], RegExp]>([
    [
      'throws',
      () => {
        throw new Error('hỏng');
      },
      /hỏng/,
    ],
    ['rejects', () => Promise.reject(new Error('hỏng')), /hỏng/],
    [
      'changes its input',
      (bytes) => {
        bytes[0] = bytes[0]! ^ 1;
        return { ok: true, value: {}, warnings: [] };
      },
      /changed its input/,
    ],
    ['refuses without a problem', () => ({ ok: false, problems: [] }), /without a problem/],
    [
      'gives a cell outside its table',
      () => ({
        ok: true,
        warnings: [],
        value: {
          blocks: [
            {
              kind: 'table',
              rowCount: 1,
              columnCount: 1,
              rows: [{}],
              cells: [{ row: 0, column: 0, rowSpan: 2, columnSpan: 1 }],
            },
          ],
        },
      }),
      /spans 2x1 in 1x1/,
    ],
    [
      'gives more rows than it counts',
      () => ({
        ok: true,
        warnings: [],
        value: { blocks: [{ kind: 'table', rowCount: 2, columnCount: 1, rows: [{}], cells: [] }] },
      }),
      /1 rows, rowCount 2/,
    ],
  ])('sees a reader that %s', async (_, read, what) =>
    expect(await fuzzOnce(target(read), 1, 0)).toMatch(what),
  );

  it('makes the same file of the same seed, another of another', () => {
    expect(createMutant(FUZZ_TARGETS.docx, 1, 5)).toEqual(createMutant(FUZZ_TARGETS.docx, 1, 5));
    expect(createMutant(FUZZ_TARGETS.docx, 1, 5)).not.toEqual(createMutant(FUZZ_TARGETS.docx, 2, 5));
  });
});

it('createRandom stays below its bound and reaches all below it', () => {
  const random = createRandom(7);
  expect([...new Set(Array.from({ length: 200 }, () => random(5)))].sort()).toEqual([0, 1, 2, 3, 4]);
});
