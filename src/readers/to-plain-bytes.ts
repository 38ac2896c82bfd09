/**
 * Returns the same bytes as a plain array, however they came: pdf.js rejects the Buffer that Node reads files into, and
 * an ArrayBuffer has no bytes of its own.
 */
export function toPlainBytes(bytes: Uint8Array | ArrayBuffer): Uint8Array {
  if (!ArrayBuffer.isView(bytes)) return new Uint8Array(bytes);
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
