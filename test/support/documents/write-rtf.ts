const FONTS =
  '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset163 Arial;}{\\f2\\fnil\\fcharset0 .VnTime;}{\\f3\\fnil\\fcharset2 Wingdings;}}';

/** Writes a text in RTF around its body, whose letters beyond ASCII are those of `rtfText`. */
export function writeRtf(body: string): Uint8Array {
  const source = `{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1${FONTS}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title Không in}}{\\header đầu trang}${body}}`;
  return Uint8Array.from(source, (char) => char.charCodeAt(0) & 0xff);
}

/** Writes text as Word does: each letter beyond ASCII as its number, with "?" for old programs. */
export function rtfText(text: string): string {
  return text.replace(/[\\{}]/g, '\\$&').replace(/[\u0080-\uffff]/g, (char) => {
    const code = char.charCodeAt(0);
    return `\\u${code > 0x7fff ? code - 0x1_0000 : code}?`;
  });
}

type CellDefinition = { right?: number; controls?: string };

/** Writes a row of a table; `definitions` replace cells of 2,000 twips. */
export function rtfRow(texts: readonly string[], definitions: readonly CellDefinition[] = []): string {
  const declared = texts.map(
    (_, index) =>
      `${definitions[index]?.controls ?? ''}\\cellx${definitions[index]?.right ?? 2000 * (index + 1)}`,
  );
  const cells = texts.map((text) => `\\pard\\intbl ${rtfText(text).replaceAll('\n', '\\par ')}\\cell`);
  return `\\trowd${declared.join('')}${cells.join('')}\\row\\pard `;
}
