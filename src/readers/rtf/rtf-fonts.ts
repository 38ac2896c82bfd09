import { lookUp } from '../../shared/look-up';
import { getSymbolText } from '../docx/get-symbol-text';

export type RtfFont = { name: string; charset: number; codePage: number | null };

/** The code page of a font's character set. Source: Rich Text Format Specification 1.9.1, "Font Table". */
const CODE_PAGES_BY_CHARSET: Readonly<Record<string, number>> = {
  '0': 1252,
  '77': 10_000,
  '128': 932,
  '129': 949,
  '134': 936,
  '136': 950,
  '161': 1253,
  '162': 1254,
  '163': 1258,
  '177': 1255,
  '178': 1256,
  '186': 1257,
  '204': 1251,
  '222': 874,
  '238': 1250,
};
const SYMBOL_CHARSET = 2;

/** Names of encodings that are not "windows-" and the number. */
const ENCODINGS: Readonly<Record<string, string>> = {
  '866': 'ibm866',
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
  '10000': 'macintosh',
  '65001': 'utf-8',
};
const KNOWN_WINDOWS_PAGES = /^(?:874|125[0-8])$/;

/** Decodes bytes of text by the code page of their font; `codePage` is that of the document. */
export function decodeRtfText(bytes: string, font: RtfFont | undefined, codePage: number): string {
  if (font?.charset === SYMBOL_CHARSET) return decodeSymbols(bytes, font.name);
  if (/^[\0-\x7f]*$/.test(bytes)) return bytes;
  const page = String(font?.codePage ?? lookUp(CODE_PAGES_BY_CHARSET, String(font?.charset)) ?? codePage);
  const encoding =
    lookUp(ENCODINGS, page) ?? (KNOWN_WINDOWS_PAGES.test(page) ? `windows-${page}` : 'windows-1252');
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

/** The letters of a symbol font are numbers of its pictures: a bullet, a box. */
export function decodeSymbols(chars: string, fontName: string): string {
  return [...chars]
    .map((char) => {
      const code = char.charCodeAt(0);
      return code <= 0x20 ? char : getSymbolText(fontName, (code | 0xf000).toString(16));
    })
    .join('');
}

export const isSymbolFont = (font: RtfFont | undefined): boolean => font?.charset === SYMBOL_CHARSET;
