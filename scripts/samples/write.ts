/** Writes the samples anew: `npx tsx scripts/samples/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSamples } from './build';

const folder = join(import.meta.dirname, '../../samples');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of Object.entries(await buildSamples())) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${name} ${bytes.length}`);
}
