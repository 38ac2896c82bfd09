import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';

/** Returns true for an error of a script, style sheet or file that could not be fetched. */
function isLoadError(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'ChunkLoadError' ||
      /loading (?:css )?chunk|failed to fetch|load failed/i.test(error.message))
  );
}

/** Returns the problem that stands for an error nobody expected, or for code that could not be fetched. */
export function toInternalProblem(error: unknown): Problem {
  if (isLoadError(error)) return problem('code-not-loaded');
  return problem('internal', {}, { reason: error instanceof Error ? error.message : String(error) });
}
