import type { Problem } from '../../shared/problem';
import { toOfficeProblem } from '../office-problem';

/**
 * Queues actions and sends them.
 *
 * @returns the problem if Excel rejects them, otherwise null
 * @throws every error that does not come from office.js
 */
export async function trySend(
  context: Excel.RequestContext,
  queue: () => void | Promise<void>,
): Promise<Problem | null> {
  try {
    await queue();
    await context.sync();
    return null;
  } catch (error) {
    const officeProblem = toOfficeProblem(error);
    if (!officeProblem) throw error;
    return officeProblem;
  }
}
