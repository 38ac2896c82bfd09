/**
 * Gives pdf.js the decoders of JBIG2 and JPEG 2000 pictures, which office scanners write into searchable scans. They
 * are part of this program: nothing is fetched by address.
 */
export class PdfDecoderFactory {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    switch (filename) {
      case 'jbig2.wasm':
        return decodeBase64((await import('./decoders/jbig2')).JBIG2_WASM);
      case 'openjpeg.wasm':
        return decodeBase64((await import('./decoders/openjpeg')).OPENJPEG_WASM);
      default:
        throw new Error(`Not part of this program: ${filename}`);
    }
  }
}

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
