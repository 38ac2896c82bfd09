import { readFileSync } from 'node:fs';
import { PdfDecoderFactory } from '../../../src/readers/pdf/pdf-decoder-factory';

describe('PdfDecoderFactory', () => {
  it.each(['jbig2.wasm', 'openjpeg.wasm'])(
    'returns %s as pdf.js ships it, byte for byte',
    async (filename) => {
      const bytes = await new PdfDecoderFactory().fetch({ kind: 'wasmUrl', filename });
      expect(Buffer.from(bytes).equals(readFileSync(`node_modules/pdfjs-dist/wasm/${filename}`))).toBe(true);
    },
  );

  it('fetches nothing else', async () => {
    await expect(new PdfDecoderFactory().fetch({ kind: 'wasmUrl', filename: 'a.wasm' })).rejects.toThrow();
  });
});
