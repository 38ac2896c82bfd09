import type { RawRun } from './raw-document';

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

/** So many characters before a mark say where it stands. */
const MAX_WORDS = 40;

/** Adds the mark of a note to the runs of a text, which leave it out. */
export function addNoteMark(runs: RawRun[], mark: string, note?: string): void {
  const last = runs.at(-1);
  const before = runs.map((run) => run.text).join('');
  const words = before.slice(before.lastIndexOf('\n') + 1).trim();
  const added = {
    mark: mark.trim(),
    words: words.length > MAX_WORDS ? `…${words.slice(-MAX_WORDS).replace(/^\S*\s/, '')}` : words,
    ...(note !== undefined && note !== '' && { note }),
  };
  if (last) last.noteMarks = [...(last.noteMarks ?? []), added];
  else runs.push({ text: '', noteMarks: [added] });
}
