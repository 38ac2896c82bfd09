/** What a text in RTF consists of. Source: Rich Text Format Specification 1.9.1, "Contents of an RTF File". */
export type RtfToken =
  | { kind: 'open' | 'close' }
  /** A control word or symbol, with its parameter. */
  | { kind: 'control'; name: string; value: number | null }
  /** Characters of text, one per byte, to be decoded by the code page of their font. */
  | { kind: 'text'; bytes: string };

const CONTROL_WORD = /\\([a-z]{1,32})(-?\d{1,10})? ?/iy;
const PLAIN_TEXT = /[^\\{}\r\n\0]+/y;

/** Yields the tokens of a file, whose characters are its bytes. Binary data is passed over. */
export function* tokenizeRtf(source: string): Generator<RtfToken, void> {
  let at = 0;
  while (at < source.length) {
    const char = source[at]!;
    if (char === '{' || char === '}') {
      at++;
      yield { kind: char === '{' ? 'open' : 'close' };
    } else if (char === '\\') {
      CONTROL_WORD.lastIndex = at;
      const word = CONTROL_WORD.exec(source);
      if (word) {
        at = CONTROL_WORD.lastIndex;
        const value = word[2] === undefined ? null : Number(word[2]);
        if (word[1] === 'bin') at += Math.max(0, value ?? 0);
        else yield { kind: 'control', name: word[1]!, value };
      } else if (source[at + 1] === "'") {
        const code = Number.parseInt(source.slice(at + 2, at + 4), 16);
        at += 4;
        if (Number.isFinite(code)) yield { kind: 'text', bytes: String.fromCharCode(code) };
      } else {
        yield { kind: 'control', name: source[at + 1] ?? '', value: null };
        at += 2;
      }
    } else {
      PLAIN_TEXT.lastIndex = at;
      const text = PLAIN_TEXT.exec(source);
      at = text ? PLAIN_TEXT.lastIndex : at + 1;
      if (text) yield { kind: 'text', bytes: text[0] };
    }
  }
}
