import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOwnWorkbookLimits, runInThread } from '../../../src/cli/reader/run-in-thread';
import type { Problem } from '../../../src/shared/problem';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../../support/run-cli';

const folder = useTemporaryFolder();
const WORD = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');

async function runWatched(args: readonly string[], limits = getOwnWorkbookLimits(0)) {
  const lines = { out: [] as string[], errors: [] as string[] };
  const ended: Problem[] = [];
  const code = await runInThread(args, {
    out: (line) => lines.out.push(line),
    error: (line) => lines.errors.push(line),
    onEnded: async (found) => void ended.push(found),
    limits,
  });
  return { code, ...lines, ended: ended.map((found) => found.code), place: ended[0]?.place };
}

describe('getOwnWorkbookLimits', () => {
  it('gives a workbook larger than any file that is sent more, by its size', () => {
    const [small, sent, large] = [0, 20, 60].map((megabytes) => getOwnWorkbookLimits(megabytes * 2 ** 20));
    expect(small).toEqual({ reading: 30_000, growth: 560 });
    expect(sent).toEqual(small);
    expect(large).toEqual({ reading: 90_000, growth: 1_520 });
  });
});

describe('runInThread', () => {
  beforeEach(async () => {
    const made = await runPhuluc('import', WORD, '-o', folder.path('so.xlsx'), '--unit', 'Trường Thử');
    expect(made.code).toBe(0);
  });

  it('answers as a run without a thread does', async () => {
    const { code, out, errors, ended } = await runWatched(['summary', folder.path('so.xlsx')]);
    const expected = await runPhuluc('summary', folder.path('so.xlsx'));
    expect({ code, ended }).toEqual({ code: 0, ended: [] });
    expect(out.join('\n')).toBe(expected.out);
    expect(errors.join('\n')).toBe(expected.errors);
  });

  it.each([
    ['is wrong', 2, ['summary'], /.+/],
    ['has no such file', 1, ['summary', 'không-có.xlsx'], /\[file-not-found\]/],
  ])('reports a call that %s', async (_, expected, args, message) => {
    const { code, errors } = await runWatched(args);
    expect(code).toBe(expected);
    expect(errors.join('\n')).toMatch(message);
  });

  it.each([
    ['time', 'read-timeout', { reading: 1, growth: 10_000 }],
    ['memory', 'file-too-large', { reading: 60_000, growth: 1 }],
  ])('ends a workbook that takes too much %s, and leaves nothing behind', async (_, problem, limits) => {
    const path = folder.path('so.xlsx');
    const { code, ended, place } = await runWatched(['word', path, '-o', folder.path('ra.docx')], limits);
    expect({ code, ended }).toEqual({ code: 1, ended: [problem] });
    expect(place).toEqual({ file: path });
    expect(folder.names()).toEqual(['so.xlsx']);
  });

  it('reads a document in a thread of its own while it goes on with a workbook', async () => {
    const path = folder.path('so.xlsx');
    expect((await runWatched(['import', WORD, '--into', path])).code).toBe(0);
    writeFileSync(folder.path('hỏng.docx'), 'x');
    const { code, errors } = await runWatched(['import', folder.path('hỏng.docx'), '--into', path]);
    expect(code).toBe(1);
    expect(errors.join('\n')).toMatch(/\[[a-z-]+\].*hỏng\.docx/);
  });
});
