import type { RawCell, RawRun } from './raw-document';

/** Text with its fonts on the way to a cell or paragraph: what `RawText` and `RawCell` have in common. */
export type FontedText = Pick<RawCell, 'text' | 'fonts' | 'runs'>;

/** Joins neighbouring runs of one font. */
function mergeRuns(parts: readonly RawRun[]): RawRun[] {
  const runs: RawRun[] = [];
  for (const part of parts) {
    const last = runs[runs.length - 1];
    if (last && last.font === part.font) last.text += part.text;
    else if (part.text !== '') runs.push({ ...part });
  }
  return runs;
}

/** Builds a text with its fonts; it has runs only where several fonts meet. */
export function createFontedText(parts: readonly RawRun[]): FontedText {
  const runs = mergeRuns(parts);
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') return { text: '' };
  const fonts = [...new Set(runs.filter((run) => run.text.trim() !== '').map((run) => run.font))];
  const known = fonts.filter((font) => font !== undefined);
  return { text, ...(known.length > 0 && { fonts: known }), ...(fonts.length > 1 && { runs }) };
}

/** Returns the runs of a text, one where it has one font. */
export function toRuns({ text, fonts, runs }: FontedText): RawRun[] {
  return runs ?? (text === '' ? [] : [{ text, ...(fonts?.[0] !== undefined && { font: fonts[0] }) }]);
}

/** Joins lists of runs with a separator, which takes the font before it. */
export function joinRuns(lists: readonly (readonly RawRun[])[], separator: string): RawRun[] {
  const joined: RawRun[] = [];
  for (const list of lists) {
    if (joined.length > 0) joined.push({ ...joined[joined.length - 1], text: separator });
    for (const run of list) joined.push(run);
  }
  return joined;
}
