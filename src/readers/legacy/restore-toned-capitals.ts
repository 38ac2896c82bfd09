const UNTONED_SMALL_LETTERS = 'a-zăâđêôơư';
const TONED_SMALL_LETTER = /[à-ỹ]/;

/** Returns true if a word has a capital after its first letter, and no small letter but those TCVN3 lacks as capitals. */
function isCapitalsWithGaps(word: string): boolean {
  return (
    TONED_SMALL_LETTER.test(word) &&
    !new RegExp(`[${UNTONED_SMALL_LETTERS}]`).test(word) &&
    /^.+[A-ZĂÂĐÊÔƠƯ]/.test(word)
  );
}

function restoreInLine(line: string): string {
  const gaps = (line.match(/\p{L}+/gu) ?? []).filter(isCapitalsWithGaps).length;
  if (gaps >= 2 && !new RegExp(`[${UNTONED_SMALL_LETTERS}]`).test(line)) return line.toUpperCase();
  return line.replace(/\p{L}+/gu, (word) => (isCapitalsWithGaps(word) ? word.toUpperCase() : word));
}

/** A small letter TCVN3 lacks as capital, where a sentence begins. */
const SENTENCE_START = /(^["“(]?|[.!?]["”)]?\s+)([à-ỹ])(?<![âđêôăơư])/gu;

/** Authorities whose names begin with such a letter; Decree 30/2020/NĐ-CP, Appendix II, writes them with a capital. */
const AUTHORITY_START =
  /(?<![\p{L}\p{M}])(ủ|u(?=ỷ))(?=[yỷ]\s+ban\s+(?:nhân\s+dân|mặt\s+trận|mttq|kiểm\s+tra|thường\s+vụ|bầu\s+cử|quốc\s+gia|trung\s+ương))/giu;

/**
 * Restores toned capitals, which TCVN3 cannot write outside of its H fonts: typed in a plain font, "QUẬN" is stored as
 * "QUËN" and would read "QUậN", "Ủy ban nhân dân" would read "ủy ban nhân dân". They come back in words and lines whose
 * other letters are capitals, at beginnings of sentences and in names of authorities; other capitals are lost.
 */
export function restoreTonedCapitals(text: string): string {
  return text
    .split('\n')
    .map(restoreInLine)
    .join('\n')
    .replace(SENTENCE_START, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(AUTHORITY_START, (letter) => letter.toUpperCase());
}
