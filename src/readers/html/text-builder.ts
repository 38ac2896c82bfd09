import { createFontedText, type FontedText } from '../fonted-text';
import type { RawRun } from '../raw-document';

/**
 * Collects text as HTML renders it: any white space of the source is one space, only `<br>` and the ends of blocks
 * break a line. Non-breaking spaces stay as they are, but a text of nothing else is empty.
 */
export type TextBuilder = { runs: RawRun[]; pending: 'nothing' | 'space' | 'break'; empty: boolean };

export const createTextBuilder = (): TextBuilder => ({ runs: [], pending: 'nothing', empty: true });

/** The format of a text as far as it matters to a reader. */
export type TextFormat = Omit<RawRun, 'text'>;

function appendRun(builder: TextBuilder, text: string, { font, struck }: TextFormat): void {
  const last = builder.runs.at(-1);
  if (last && last.font === font && !last.struck === !struck) last.text += text;
  else builder.runs.push({ text, ...(font !== undefined && { font }), ...(struck && { struck }) });
}

export function appendText(builder: TextBuilder, text: string, format: TextFormat): void {
  for (const part of text.split(/([ \t\r\n\f]+)/)) {
    if (part === '') continue;
    if (/^[ \t\r\n\f]/.test(part)) {
      if (builder.pending === 'nothing') builder.pending = 'space';
      continue;
    }
    // The white space between two texts is struck through only if both are.
    const struck = format.struck && builder.runs.at(-1)?.struck;
    if (!builder.empty && builder.pending !== 'nothing')
      appendRun(builder, builder.pending === 'space' ? ' ' : '\n', { font: format.font, struck });
    appendRun(builder, part, format);
    builder.pending = 'nothing';
    builder.empty = false;
  }
}

/** Returns the text since the last line break. */
export function getCurrentLine(builder: TextBuilder): string {
  if (builder.pending !== 'nothing') return '';
  const text = builder.runs.at(-1)?.text ?? '';
  return text.slice(text.lastIndexOf('\n') + 1);
}

export function breakLine(builder: TextBuilder): void {
  builder.pending = 'break';
}

/** Returns the text with its fonts; it has runs only where there is more than one font. */
export function buildText(builder: TextBuilder): FontedText {
  return createFontedText(builder.runs);
}
