/** The encoding of an XML part: by byte order mark, by the first bytes, by its declaration; UTF-8 otherwise. */
export function detectXmlEncoding(start: Uint8Array): string {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...start.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  // A declared UTF-16 that is none (the first bytes say so) is UTF-8 with a wrong label.
  return !declared || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

/** A strict decoder, or null where the encoding is unknown. */
export function createXmlDecoder(start: Uint8Array): TextDecoder | null {
  try {
    return new TextDecoder(detectXmlEncoding(start), { fatal: true });
  } catch {
    return null;
  }
}
