/** Detects the character set: by byte order mark, then by the document's own declaration, else UTF-8. */
function detectCharset(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
}

function decodeWithCharset(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // An unknown name, or bytes that are not of it.
    return null;
  }
}

/** Decodes an HTML file in any character set; windows-1258 has separate tone marks, hence NFC. */
export function decodeHtml(bytes: Uint8Array): string {
  return (
    decodeWithCharset(bytes, detectCharset(bytes)) ??
    decodeWithCharset(bytes, 'utf-8') ??
    new TextDecoder('windows-1258').decode(bytes)
  ).normalize('NFC');
}
