/** Detects the encoding of an XML part by byte order mark, first bytes and declaration; UTF-8 otherwise. */
export function detectXmlEncoding(start: Uint8Array): string {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...start.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  // If UTF-16 is declared and the first bytes are not UTF-16, the part is UTF-8 with a wrong label.
  return !declared || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

/** @returns a decoder of the part's encoding, or null if it is unknown; a lenient decoder then takes UTF-8. */
export function createXmlDecoder(start: Uint8Array, lenient = false): TextDecoder | null {
  try {
    return new TextDecoder(detectXmlEncoding(start), { fatal: !lenient });
  } catch {
    return lenient ? new TextDecoder() : null;
  }
}

/** Decodes a part in one go, without its byte order mark; wrong bytes become U+FFFD. */
export const decodeXmlPart = (bytes: Uint8Array): string => createXmlDecoder(bytes, true)!.decode(bytes);
