import type { RawCell, RawRun } from './raw-document';

/** Text with its fonts on the way to a cell or paragraph: what `RawText` and `RawCell` have in common. */
export type FontedText = Pick<RawCell, 'text' | 'fonts' | 'runs' | 'struck' | 'noteMarks'>;

/** Joins neighbouring runs of one font. */
function mergeRuns(parts: readonly RawRun[]): RawRun[] {
  const runs: RawRun[] = [];
  for (const part of parts) {
    const last = runs[runs.length - 1];
    const { noteMarks: _, ...run } = part;
    if (last && last.font === part.font) last.text += part.text;
    else if (part.text !== '') runs.push(run);
  }
  return runs;
}

/** Builds a text with its fonts; it has runs only where several fonts meet. Struck runs are left out. */
export function createFontedText(parts: readonly RawRun[]): FontedText {
  const struck = getStruckText(parts);
  const runs = mergeRuns(struck === undefined ? parts : removeStruckRuns(parts));
  const text = runs.map((run) => run.text).join('');
  const noteMarks = parts.flatMap((part) => (part.struck ? [] : (part.noteMarks ?? [])));
  const omitted = {
    ...(struck !== undefined && { struck }),
    ...(noteMarks.length > 0 && text.trim() !== '' && { noteMarks }),
  };
  if (text.trim() === '') return { text: '', ...omitted };
  const fonts = [...new Set(runs.filter((run) => run.text.trim() !== '').map((run) => run.font))];
  const known = fonts.filter((font) => font !== undefined);
  return { text, ...(known.length > 0 && { fonts: known }), ...(fonts.length > 1 && { runs }), ...omitted };
}

function getStruckText(parts: readonly RawRun[]): string | undefined {
  const struck = parts.filter((part) => part.struck).map((part) => part.text);
  return struck.join('').trim() || undefined;
}

/** Removes struck runs and the white space that they leave at the ends or twice between other text. */
function removeStruckRuns(parts: readonly RawRun[]): RawRun[] {
  const remaining: RawRun[] = [];
  let removed = true;
  for (const part of parts) {
    if (part.struck) removed = true;
    else if (part.text !== '') {
      const last = remaining.at(-1);
      const run = { ...part };
      if (removed && !last) run.text = run.text.trimStart();
      else if (removed && last && /^\s*\n/.test(run.text)) last.text = last.text.trimEnd();
      else if (removed && last && /\s$/.test(last.text)) run.text = run.text.trimStart();
      if (run.text === '') continue;
      remaining.push(run);
      removed = false;
    }
  }
  const last = remaining.at(-1);
  if (last && removed) last.text = last.text.trimEnd();
  return remaining;
}

/** Returns the runs of a text, one where it has one font. */
export function toRuns({ text, fonts, runs, struck, noteMarks }: FontedText): RawRun[] {
  const remaining =
    runs?.slice() ?? (text === '' ? [] : [{ text, ...(fonts?.[0] !== undefined && { font: fonts[0] }) }]);
  if (remaining[0] && noteMarks) remaining[0] = { ...remaining[0], noteMarks };
  return struck === undefined ? remaining : [...remaining, { text: ` ${struck}`, struck: true }];
}

/** Joins lists of runs with a separator, which takes the font before it. */
export function joinRuns(lists: readonly (readonly RawRun[])[], separator: string): RawRun[] {
  const joined: RawRun[] = [];
  for (const list of lists) {
    if (joined.length > 0) joined.push({ font: joined.at(-1)!.font, text: separator });
    for (const run of list) joined.push(run);
  }
  return joined;
}
