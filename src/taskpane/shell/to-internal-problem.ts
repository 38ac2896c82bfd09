import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';

/** Returns the problem that stands for an error nobody expected. */
export function toInternalProblem(error: unknown): Problem {
  return problem('internal', {}, { reason: error instanceof Error ? error.message : String(error) });
}
