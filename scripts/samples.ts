/**
 * Writes the samples again: `npm run samples`. The annex goes into samples/; what sixty schools send back, a megabyte of
 * workbooks with the truth of what they say, into out/samples/returned/.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReturnedFiles } from '../test/support/returned-workbooks/build-returned-files';
import { buildSamples } from '../test/support/samples/build-samples';

const ROOT = join(import.meta.dirname, '..');

function writeFiles(folder: string, files: Iterable<readonly [string, Uint8Array | string]>): void {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  let count = 0;
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), content);
    bytes += content.length;
    count += 1;
  }
  console.log(`${folder}: ${count} files, ${bytes} bytes`);
}

writeFiles(join(ROOT, 'samples'), Object.entries(await buildSamples()));
const { files, annexFile, unitsCsv, truth } = await buildReturnedFiles();
const returned = join(ROOT, 'out/samples/returned');
rmSync(returned, { recursive: true, force: true });
writeFiles(join(returned, 'files'), files);
writeFiles(returned, [
  ['don-vi.csv', unitsCsv],
  ['phu-luc.xlsx', annexFile],
  ['su-that.json', `${JSON.stringify(truth, null, 2)}\n`],
]);
