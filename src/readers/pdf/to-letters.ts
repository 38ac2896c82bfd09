/** As many letters as a function takes arguments everywhere. */
const CHUNK_LETTERS = 8_192;

/** One letter a byte, with its number: the decoder "latin1" of the web is Windows-1252. */
export function toLetters(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += CHUNK_LETTERS)
    letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK_LETTERS));
  return letters;
}
