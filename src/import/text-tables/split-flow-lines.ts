import { cleanText, toMatchKey } from '../../shared/text';

/** One word of a printed line. */
export type FlowWord = {
  text: string;
  /** Index of its line. */
  line: number;
  /** It begins its line. */
  startsLine: boolean;
  /** More than one blank stands before it. */
  afterWideGap: boolean;
};

/** A printed line of text, with what is known of its surroundings. */
export type FlowLine = {
  text: string;
  words: FlowWord[];
  /** 1-based line of the file. */
  number: number;
  /** A page begins here. */
  startsPage: boolean;
};

/**
 * Splits a text into its printed lines; blank ones are ignored, because some viewers put one after every
 * line.
 */
export function splitFlowLines(text: string): FlowLine[] {
  const lines: FlowLine[] = [];
  let startsPage = false;
  text.split(/\r\n?|\n/).forEach((raw, index) => {
    if (raw.includes('\f')) startsPage = true;
    const plain = raw
      .replace(/\f/g, '')
      .replace(/\u00a0/g, ' ')
      .normalize('NFC')
      .trim();
    if (cleanText(plain) === '') return;
    const line = lines.length;
    const words = [...plain.matchAll(/(\s*)(\S+)/g)].map((match, at): FlowWord => ({
      text: match[2]!,
      line,
      startsLine: at === 0,
      afterWideGap: at > 0 && match[1]!.length > 1,
    }));
    lines.push({ text: plain, words, number: index + 1, startsPage });
    startsPage = false;
  });
  return lines;
}

export const getLineKey = (line: FlowLine): string => toMatchKey(line.text);

export function joinFlowTokens(words: readonly FlowWord[]): string {
  return words.map((word, index) => (index > 0 ? (word.startsLine ? '\n' : ' ') : '') + word.text).join('');
}
