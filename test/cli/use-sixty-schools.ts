import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AddDocuments,
  buildReturnedFiles,
  type ReturnedFiles,
} from '../support/returned-workbooks/build-returned-files';
import { type CliResult, runPhuluc } from '../support/run-cli';

type SixtySchools = {
  /** What was sent back, and the truth of it; there from `beforeAll` on. */
  getFiles: () => ReturnedFiles;
  path: (name: string) => string;
  /** `phuluc consolidate` over all of it, as of the day of the truth. */
  consolidate: (...more: string[]) => Promise<CliResult>;
};

/** What sixty schools send back, in a folder of its own that is gone afterwards. */
export function useSixtySchools(addDocuments?: AddDocuments): SixtySchools {
  let folder = '';
  let made: ReturnedFiles;
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    made = await buildReturnedFiles(addDocuments);
    folder = mkdtempSync(join(tmpdir(), 'phuluc-sixty-'));
    mkdirSync(path('files'));
    for (const [name, bytes] of made.files) writeFileSync(join(folder, 'files', name), bytes);
    writeFileSync(path('don-vi.csv'), made.unitsCsv);
    writeFileSync(path('phu-luc.xlsx'), made.annexFile);
  }, 900_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    getFiles: () => made,
    path,
    consolidate: (...more) =>
      runPhuluc(
        'consolidate',
        path('files'),
        '--annex',
        path('phu-luc.xlsx'),
        '--units',
        path('don-vi.csv'),
        '--as-of',
        made.truth.asOf,
        ...more,
      ),
  };
}
