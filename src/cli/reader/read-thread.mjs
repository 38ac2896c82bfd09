/** First file of a reading thread: threads do not inherit the loader of TypeScript, so it is set up here. */
import { register as registerLoader } from 'node:module';
import { register } from 'tsx/esm/api';

register();
registerLoader('./plain-modules.mjs', import.meta.url);
await import('./serve-thread.ts');
