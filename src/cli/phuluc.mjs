/** The command line: `node src/cli/phuluc.mjs VERB …`, from the bundle of its sources, which is built when they have changed. */
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { openBundle } from './bundle/open-bundle.mjs';

/**
 * How much code (in bytes of bytecode) a function runs before V8 optimizes it; by default 66 kB. Most of what a verb runs
 * it runs a few times: optimizing it took a quarter of the processor time of an import, a fifth of a consolidation.
 */
const BYTES_BEFORE_OPTIMIZING = 600_000;

setFlagsFromString(`--interrupt-budget=${BYTES_BEFORE_OPTIMIZING}`);
const bundle = await openBundle();
process.env.PHULUC_BUNDLE = fileURLToPath(bundle);
await import(new URL('main.mjs', bundle).href);
