import type { RawRun } from '../raw-document';

/**
 * Collects text as HTML renders it: any white space of the source is one space, only `<br>` and the ends of blocks
 * break a line. Non-breaking spaces stay as they are, but a text of nothing else is empty.
 */
export type TextBuilder = { runs: RawRun[]; pending: 'nothing' | 'space' | 'break'; empty: boolean };

export const createTextBuilder = (): TextBuilder => ({ runs: [], pending: 'nothing', empty: true });

function appendRun(builder: TextBuilder, text: string, font: string | undefined): void {
  const last = builder.runs.at(-1);
  if (last && last.font === font) last.text += text;
  else builder.runs.push(font === undefined ? { text } : { text, font });
}

export function appendText(builder: TextBuilder, text: string, font: string | undefined): void {
  for (const part of text.split(/([ \t\r\n\f]+)/)) {
    if (part === '') continue;
    if (/^[ \t\r\n\f]/.test(part)) {
      if (builder.pending === 'nothing') builder.pending = 'space';
      continue;
    }
    if (!builder.empty && builder.pending !== 'nothing')
      appendRun(builder, builder.pending === 'space' ? ' ' : '\n', font);
    appendRun(builder, part, font);
    builder.pending = 'nothing';
    builder.empty = false;
  }
}

export function breakLine(builder: TextBuilder): void {
  builder.pending = 'break';
}

/** Returns the text with its fonts; it has runs only where there is more than one. */
export function buildText(builder: TextBuilder): { text: string; fonts?: string[]; runs?: RawRun[] } {
  const text = builder.runs.map((run) => run.text).join('');
  if (/^[\s\u00a0]*$/.test(text)) return { text: '' };
  const fonts = [...new Set(builder.runs.flatMap((run) => run.font ?? []))];
  return {
    text,
    ...(fonts.length > 0 && { fonts }),
    ...(builder.runs.length > 1 && fonts.length > 0 && { runs: builder.runs }),
  };
}
