/** The bytes of this PDF as one that needs a password to open: the keys in it fit none that is tried. */
export function encryptPdf(pdf: Uint8Array): Uint8Array {
  const key = 'ab'.repeat(32);
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<01> <01>]`;
  const text = Buffer.from(pdf).toString('latin1');
  return new Uint8Array(Buffer.from(text.replace(/(trailer\s*<<)/, `$1 ${lock}`), 'latin1'));
}
