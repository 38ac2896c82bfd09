/** Text in UTF-16 without a mark: every other byte of its first tag is zero. */
function detectUtf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null;
}

function findDeclaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function decodeWithCharset(bytes: Uint8Array, charset: string | undefined): string | null {
  if (charset === undefined) return null;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // An unknown name, or bytes that are not in it.
    return null;
  }
}

/**
 * Decodes an HTML file in any character set. What is valid UTF-8 is UTF-8, whatever the document declares: no other
 * text is by accident. Windows-1258 has separate tone marks, hence NFC. `charset`: as declared outside of the document.
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  return (
    decodeWithCharset(bytes, detectUtf16(bytes) ?? undefined) ??
    decodeWithCharset(bytes, 'utf-8') ??
    decodeWithCharset(bytes, findDeclaredCharset(bytes)) ??
    decodeWithCharset(bytes, charset) ??
    new TextDecoder('windows-1258').decode(bytes)
  ).normalize('NFC');
}
