/** Answers kept at most, and characters of a text that is kept: some megabytes. */
const MAX_CACHED_ANSWERS = 10_000;
const MAX_KEY_LENGTH = 1_000;

/**
 * Caches the answers of a pure function: the texts of an annex, and short answers, stand in every workbook of its
 * issue. Once the cache is full, new questions are computed each time. `undefined` is no answer.
 */
export function memoize<Question extends string | number, Answer>(
  read: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    const cached = known.get(question);
    if (cached !== undefined) return cached;
    const answer = read(question);
    if (
      known.size < MAX_CACHED_ANSWERS &&
      (typeof question === 'number' || question.length <= MAX_KEY_LENGTH)
    )
      known.set(question, answer);
    return answer;
  };
}
