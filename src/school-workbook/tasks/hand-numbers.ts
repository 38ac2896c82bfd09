import { formatTaskId } from '../../annex/compose-annex';
import type { Task } from '../../annex/types';

/** Before the numbers of tasks that a clerk adds to an annex: no edition of it prints them. */
const HAND_PREFIX = 'BS';

/** Returns true for a task that was added by hand to the document of an annex, which a new edition does not name. */
export const isAddedByHand = ({ tt }: Pick<Task, 'tt'>): boolean =>
  new RegExp(`^${HAND_PREFIX}\\d+$`).test(tt);

/**
 * Returns the number of the next task of a section. A letter that was typed in counts 1, 2, 3; in an annex, whose own
 * numbers go on with its next edition, tasks added by hand count BS1, BS2.
 *
 * @param taken identities in the document
 */
export function createTaskNumber(
  section: string,
  taken: ReadonlySet<string>,
  isPrinted: boolean,
): { id: string; tt: string } {
  const prefix = isPrinted ? HAND_PREFIX : '';
  for (let count = 1; ; count += 1) {
    const tt = `${prefix}${count}`;
    const id = formatTaskId(section, tt);
    if (!taken.has(id)) return { id, tt };
  }
}
