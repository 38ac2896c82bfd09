import { deflateSync } from 'node:zlib';

/**
 * Writes small PDF files by hand, so that tests say exactly what is drawn how. Coordinates in points, y down from
 * the page's top left; the one font is not embedded, its codes are UTF-16.
 */
export type DrawnImage = { width: number; height: number; gray: Uint8Array };
export type DrawnPage = {
  width: number;
  height: number;
  rotate?: 0 | 90 | 180 | 270;
  /** PDF operators; see `draw`. */
  content: string[];
  image?: DrawnImage;
  /** Annotations, as the inside of their dictionaries. */
  annotations?: string[];
};

/** Widths of letters in thousandths of the size, roughly those of Times. */
function getLetterWidth(letter: string): number {
  if (/^\p{M}$/u.test(letter)) return 0;
  const base = letter.normalize('NFD')[0]!;
  if ("ijltfIJ.,;:!|'’()[] -/".includes(base)) return 300;
  if ('mwMW%—'.includes(base)) return 800;
  return base === base.toUpperCase() && base !== base.toLowerCase() ? 700 : 480;
}

export function measureTextWidth(text: string, size: number): number {
  return ([...text].reduce((sum, letter) => sum + getLetterWidth(letter), 0) * size) / 1000;
}

function encodeHex(text: string): string {
  return `<${[...text].map((letter) => letter.codePointAt(0)!.toString(16).padStart(4, '0')).join('')}>`;
}

/** Operators for a page of the given height. */
export function createPen(height: number) {
  const y = (down: number): string => (height - down).toFixed(2);
  return {
    /** `mode` 3 is invisible text. */
    text: (x: number, down: number, size: number, text: string, mode = 0): string =>
      `BT /F1 ${size} Tf ${mode} Tr 1 0 0 1 ${x.toFixed(2)} ${y(down)} Tm ${encodeHex(text)} Tj ET`,
    /** Text written upwards. */
    sideways: (x: number, down: number, size: number, text: string): string =>
      `BT /F1 ${size} Tf 0 1 -1 0 ${x.toFixed(2)} ${y(down)} Tm ${encodeHex(text)} Tj ET`,
    line: (x0: number, y0: number, x1: number, y1: number, width = 0.5, dash = ''): string =>
      `q ${width} w ${dash ? `[${dash}] 0 d ` : ''}${x0} ${y(y0)} m ${x1} ${y(y1)} l S Q`,
    rectangle: (x0: number, y0: number, x1: number, y1: number, gray = 0): string =>
      `q ${gray} g ${x0} ${y(y1)} ${x1 - x0} ${y1 - y0} re f Q`,
    frame: (x0: number, y0: number, x1: number, y1: number): string =>
      `q 0.5 w ${x0} ${y(y1)} ${x1 - x0} ${y1 - y0} re S Q`,
    /** The page's image over this box. */
    image: (x0: number, y0: number, x1: number, y1: number): string =>
      `q ${x1 - x0} 0 0 ${y1 - y0} ${x0} ${y(y1)} cm /Im Do Q`,
  };
}

const TO_UNICODE_CMAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
  .reduce<string[][]>((groups, high, index) => {
    if (index % 100 === 0) groups.push([]);
    groups.at(-1)!.push(`<${high}00> <${high}ff> <${high}00>`);
    return groups;
  }, [])
  .map((group) => `${group.length} beginbfrange\n${group.join('\n')}\nendbfrange`)
  .join('\n')}
endcmap end end`;

function formatWidths(): string {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!|'’()[]-/%—–đĐ";
  const marked = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
  const combining = Array.from({ length: 0x70 }, (_, index) => String.fromCharCode(0x300 + index));
  return [...letters, ...marked, ...marked.toUpperCase(), ...combining]
    .map((letter) => `${letter.codePointAt(0)} [${getLetterWidth(letter)}]`)
    .join(' ');
}

const encodeLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** The bytes of a PDF with these pages; `fontName` as files name theirs. */
export function writePdf(
  pages: readonly DrawnPage[],
  fontName = 'TimesNewRomanPSMT',
  compressed = true,
): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (body: string, stream?: Uint8Array): number => {
    const head = stream ? body.replace('>>', `/Length ${stream.length} >>`) : body;
    const parts = stream
      ? [encodeLatin1(`${head}\nstream\n`), stream, encodeLatin1('\nendstream')]
      : [encodeLatin1(head)];
    objects.push(Buffer.concat(parts));
    return objects.length;
  };
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  const tree = add('');
  const cmap = compressed
    ? add('<< /Filter /FlateDecode >>', deflateSync(encodeLatin1(TO_UNICODE_CMAP)))
    : add('<< >>', encodeLatin1(TO_UNICODE_CMAP));
  const descriptor = add(
    `<< /Type /FontDescriptor /FontName /${fontName} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
  );
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${fontName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 480 /W [${formatWidths()}] >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${fontName} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${cmap} 0 R >>`,
  );
  const kids = pages.map(({ width, height, rotate = 0, content, image, annotations = [] }) => {
    const drawing = encodeLatin1(content.join('\n'));
    const stream = compressed
      ? add('<< /Filter /FlateDecode >>', deflateSync(drawing))
      : add('<< >>', drawing);
    const picture =
      image &&
      add(
        `<< /Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode >>`,
        deflateSync(image.gray),
      );
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${stream} 0 R /Annots [${annotations.map((annotation) => `<< /Type /Annot ${annotation} >>`).join(' ')}] /Resources << /Font << /F1 ${font} 0 R >> ${picture ? `/XObject << /Im ${picture} 0 R >>` : ''} >> >>`,
    );
  });
  objects[tree - 1] = encodeLatin1(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );

  const parts: Uint8Array[] = [encodeLatin1('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const push = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    push(encodeLatin1(`${index + 1} 0 obj\n`));
    push(object);
    push(encodeLatin1('\nendobj\n'));
  });
  const start = length;
  push(
    encodeLatin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets
        .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
        .join(
          '',
        )}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
