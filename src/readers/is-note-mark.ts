const NOTE_MARK = /^[\s\d()[\]*†‡,]{1,6}$/;
/** A unit or a power before a raised number, which is then an exponent: "120 m2", "10 km2", "10 3". */
const EXPONENT_BASE = /(?:^|[^\p{L}\p{M}])(?:[dcmk]?m|\d+)$/iu;

/**
 * Returns true if raised text is the mark of a note, which is no part of the words: "nhà trường1", but not "120 m2".
 * `before`: the text of the line before it.
 */
export function isNoteMark(text: string, before: string): boolean {
  return NOTE_MARK.test(text) && text.trim() !== '' && /\S$/.test(before) && !EXPONENT_BASE.test(before);
}
