/** First file of a reading thread: the bundle of the command line has what it does. */
import { openBundle } from '../bundle/open-bundle.mjs';

await import(new URL('serve-thread.mjs', await openBundle()).href);
