/** Characters of symbol fonts that have a meaning in a plan's table; all others of such a font are ornaments. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '☐',
    0x71: '☐',
    0x72: '☐',
    0x76: '❖',
    0xa7: '▪',
    0xa8: '☐',
    0xd8: '➢',
    0xe0: '→',
    0xf0: '⇨',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0xa3: '☐' },
  symbol: {
    0x2d: '−',
    0xa3: '≤',
    0xae: '→',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
  },
};

/** Returns the text of a `w:sym`. Symbol fonts keep their characters at F000 and above; below it the code is Unicode. */
export function getSymbolText(font: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (Number.isNaN(code) || code > 0xffff) return '';
  if (code < 0xe000 || code > 0xf8ff) return code < 0x20 ? '' : String.fromCharCode(code);
  return SYMBOLS[font.toLowerCase()]?.[code & 0xff] ?? '';
}
