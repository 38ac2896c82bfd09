/** The command line: `node src/cli/phuluc.mjs VERB …`, from the bundle of its sources, which is built when they have changed. */
import { openBundle } from './bundle/open-bundle.mjs';

await import(new URL('main.mjs', await openBundle()).href);
