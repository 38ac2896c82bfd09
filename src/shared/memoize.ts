/** Answers kept at most, their characters together, and those of one text: some megabytes. */
const MAX_CACHED_ANSWERS = 10_000;
const MAX_CACHED_CHARACTERS = 1_000_000;
const MAX_KEY_LENGTH = 1_000;

/** Returns a text of its own: one that was cut from a file keeps the whole file in memory. */
const copyText = (text: string): string => Object.keys({ [text]: null })[0]!;

/**
 * Caches the answers of a pure function: the texts of an annex, its headers, and short answers repeat in every table and
 * workbook. A full cache is emptied. `undefined` is no answer.
 */
export function memoize<Question extends string | number, Answer>(
  read: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<string | number, Answer>();
  let characters = 0;
  return (question) => {
    const cached = known.get(question);
    if (cached !== undefined) return cached;
    const answer = read(question);
    const length = typeof question === 'number' ? 1 : question.length;
    if (length > MAX_KEY_LENGTH) return answer;
    characters += length;
    if (known.size >= MAX_CACHED_ANSWERS || characters > MAX_CACHED_CHARACTERS) {
      known.clear();
      characters = length;
    }
    known.set(typeof question === 'number' ? question : copyText(question), answer);
    return answer;
  };
}
