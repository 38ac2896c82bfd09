import type { Draft, Wrongs } from './draft';

/** What each part of the screen is given: the fields, what is wrong in them, and the way to change some. */
export type PartProps = { draft: Draft; wrongs: Wrongs; set: (typed: Partial<Draft>) => void };
