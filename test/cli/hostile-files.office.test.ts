import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDoublingPdf, createEndlessPdf } from '../support/documents/create-hostile-pdf';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';
import { describeShared, getSharedPath } from '../support/shared-data';

const folder = useTemporaryFolder();
const WORD = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
/** A busy machine included. */
const MAX_SECONDS = 15;
const ENDED = /\[(?:read-timeout|file-too-large)\]/;

async function importTimed(path: string) {
  const start = performance.now();
  const { code, errors } = await runPhuluc('import', path);
  return { code, errors, seconds: (performance.now() - start) / 1000 };
}

describe('a file made to keep a reader busy', () => {
  it.each([
    ['never ends', createEndlessPdf()],
    ['draws a line 2^28 times', createDoublingPdf(28)],
  ])('that %s is ended and named; the next file is read', async (_, bytes) => {
    const path = folder.path('bẫy.pdf');
    writeFileSync(path, bytes);
    const { code, errors, seconds } = await importTimed(path);
    expect(code).toBe(1);
    expect(errors).toMatch(ENDED);
    expect(errors).toContain('bẫy.pdf');
    expect(seconds).toBeLessThan(MAX_SECONDS);
    expect((await runPhuluc('import', WORD)).code).toBe(0);
  });

  it('fails alone among few files of a consolidation', async () => {
    writeFileSync(folder.path('bẫy.pdf'), createEndlessPdf());
    writeFileSync(folder.path('don-vi.csv'), 'MN-1;Trường Một\n');
    copyFileSync(WORD, folder.path('phu-luc.docx'));
    const { out, errors } = await runPhuluc(
      'consolidate',
      ...['bẫy.pdf', 'phu-luc.docx'].map((name) => folder.path(name)),
      ...['--annex', WORD, '--units', folder.path('don-vi.csv'), '--json'],
    );
    expect(errors).toBe('');
    const { files } = JSON.parse(out) as { files: { failed: { file: string; problems: string }[] } };
    expect(JSON.stringify(files.failed)).toMatch(/bẫy\.pdf/);
    expect(JSON.stringify(files.failed)).toMatch(/read-timeout|file-too-large/);
    expect(JSON.stringify(files.failed)).not.toMatch(/phu-luc\.docx/);
  });
});

describeShared('the hostile PDFs', () => {
  it.each(readdirSync(getSharedPath('cases-attack', 'pdf')))('%s ends in time, with a code', async (name) => {
    const { code, errors, seconds } = await importTimed(getSharedPath('cases-attack', 'pdf', name));
    expect(code).toBe(1);
    expect(errors).toMatch(/\[[a-z-]+\]/);
    expect(errors).not.toContain('[internal]');
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });
});

describe('a file that is not read', () => {
  it('is refused by its size before it is read', async () => {
    const path = folder.path('lớn.docx');
    writeFileSync(path, new Uint8Array(21 * 1024 * 1024));
    expect((await runPhuluc('import', path)).errors).toMatch(/\[file-too-large\].*21 MB.*20 MB/);
  });

  (existsSync('/dev/zero') ? it : it.skip)('is refused at once where it is a device', async () => {
    const { errors } = await importTimed('/dev/zero');
    expect(errors).toContain('[file-not-found]');
    expect(errors).toContain('thiết bị');
  });
});
