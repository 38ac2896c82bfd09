import type { RawCell, RawRun } from './raw-document';

/** Text with its fonts on the way to a cell or paragraph: what `RawText` and `RawCell` have in common. */
export type FontedText = Pick<RawCell, 'text' | 'fonts' | 'runs'>;

/** Neighbours of one font become one run. */
function mergeRuns(pieces: readonly RawRun[]): RawRun[] {
  const runs: RawRun[] = [];
  for (const piece of pieces) {
    const last = runs[runs.length - 1];
    if (last && last.font === piece.font) last.text += piece.text;
    else if (piece.text !== '') runs.push({ ...piece });
  }
  return runs;
}

/** Pieces as a text with its fonts; runs only where several fonts meet. */
export function createFontedText(pieces: readonly RawRun[]): FontedText {
  const runs = mergeRuns(pieces);
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') return { text: '' };
  const fonts = [...new Set(runs.filter((run) => run.text.trim() !== '').map((run) => run.font))];
  const known = fonts.filter((font) => font !== undefined);
  return { text, ...(known.length > 0 && { fonts: known }), ...(fonts.length > 1 && { runs }) };
}

/** Back to pieces. */
export function toRuns({ text, fonts, runs }: FontedText): RawRun[] {
  return runs ?? (text === '' ? [] : [{ text, ...(fonts?.[0] !== undefined && { font: fonts[0] }) }]);
}

/** Parts one after the other with a separator, which takes the font before it. */
export function joinRuns(parts: readonly (readonly RawRun[])[], separator: string): RawRun[] {
  const joined: RawRun[] = [];
  for (const part of parts) {
    if (joined.length > 0) joined.push({ ...joined[joined.length - 1], text: separator });
    for (const piece of part) joined.push(piece);
  }
  return joined;
}
