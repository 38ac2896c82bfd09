import type { RawRun } from '../raw-document';

/**
 * Text as HTML lays it out: any white space of the source is one space, only `<br>` and the ends of blocks break a
 * line. Non-breaking spaces stay as they are, save that a text of nothing else is empty.
 */
export type TextBuilder = { runs: RawRun[]; pending: 'nothing' | 'space' | 'break'; empty: boolean };

export const createTextBuilder = (): TextBuilder => ({ runs: [], pending: 'nothing', empty: true });

function appendRun(flow: TextBuilder, text: string, font: string | undefined): void {
  const last = flow.runs.at(-1);
  if (last && last.font === font) last.text += text;
  else flow.runs.push(font === undefined ? { text } : { text, font });
}

export function appendText(flow: TextBuilder, text: string, font: string | undefined): void {
  for (const piece of text.split(/([ \t\r\n\f]+)/)) {
    if (piece === '') continue;
    if (/^[ \t\r\n\f]/.test(piece)) {
      if (flow.pending === 'nothing') flow.pending = 'space';
      continue;
    }
    if (!flow.empty && flow.pending !== 'nothing')
      appendRun(flow, flow.pending === 'space' ? ' ' : '\n', font);
    appendRun(flow, piece, font);
    flow.pending = 'nothing';
    flow.empty = false;
  }
}

export function breakLine(flow: TextBuilder): void {
  flow.pending = 'break';
}

/** Text with its fonts; runs only where there is more than one. */
export function buildText(flow: TextBuilder): { text: string; fonts?: string[]; runs?: RawRun[] } {
  const text = flow.runs.map((run) => run.text).join('');
  if (/^[\s\u00a0]*$/.test(text)) return { text: '' };
  const fonts = [...new Set(flow.runs.flatMap((run) => run.font ?? []))];
  return {
    text,
    ...(fonts.length > 0 && { fonts }),
    ...(flow.runs.length > 1 && fonts.length > 0 && { runs: flow.runs }),
  };
}
