const PDFJS = 'node_modules/pdfjs-dist';

/** Parts of the pages that come from no package of their own: decoders that stand in src/ as text. */
export const EMBEDDED_PARTS = [
  {
    name: 'pdfium-jbig2',
    from: PDFJS,
    license: 'BSD-3-Clause AND Apache-2.0',
    homepage: 'https://pdfium.googlesource.com/pdfium',
    licenseFiles: ['LICENSE_JBIG2', 'LICENSE_PDFJS_JBIG2'].map((file) => `${PDFJS}/wasm/${file}`),
  },
  {
    name: 'openjpeg',
    from: PDFJS,
    license: 'BSD-2-Clause',
    homepage: 'https://www.openjpeg.org',
    licenseFiles: ['LICENSE_OPENJPEG', 'LICENSE_PDFJS_OPENJPEG'].map((file) => `${PDFJS}/wasm/${file}`),
  },
];
