import { detectLegacy } from '../legacy/detect-legacy';

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes a text file: by its byte order mark, else as UTF-8, else as single bytes. These are TCVN3 or VNI where the
 * words show it (left as stored: `convertLegacyDocument` reads them), else Vietnamese Windows.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const stored = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (detectLegacy(stored.slice(0, 20_000))?.certainty === 'certain') return stored;
  return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
}
