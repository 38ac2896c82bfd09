import type { Edition, Task } from '../../../src/annex/types';

/** What is known to stand in a document that nobody here has written: only what is given is compared. */
export type ExpectedReading = {
  edition?: Partial<Edition>;
  tasks?: Partial<Task>[];
  /** "I Chỉ đạo". */
  sections?: string[];
  /** The items of a plan in prose. */
  items?: string[];
};
