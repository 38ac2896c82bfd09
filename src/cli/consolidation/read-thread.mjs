/** First file of a reading thread: threads do not inherit the loader of TypeScript, so it is set up here. */
import { register } from 'tsx/esm/api';

register();
await import('./serve-thread.ts');
