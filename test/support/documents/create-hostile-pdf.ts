/** The objects of a PDF, joined with a table of where they stand; letters are bytes. */
export function joinObjects(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return new Uint8Array(
    Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}${end}`, 'latin1'),
  );
}

export function createStream(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Catalog, page tree and a page (objects 1 to 3) whose content is object 4. */
export function createPage(resources: string): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << ${resources} >> >>`,
  ];
}

/** One kilobyte that no reader comes to the end of: a form is painted with a pattern that draws the form. */
export function createEndlessPdf(): Uint8Array {
  return joinObjects([
    ...createPage('/XObject << /A 5 0 R >>'),
    createStream('', '/A Do'),
    createStream(
      '/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Pattern << /P 6 0 R >> >>',
      '/Pattern cs /P scn 0 0 100 100 re f',
    ),
    createStream(
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10 /Resources << /XObject << /A 5 0 R >> >>',
      '/A Do',
    ),
  ]);
}

/** Forms that each draw the next one twice: 2^depth drawings of a line. */
export function createDoublingPdf(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, level) =>
    level === depth - 1
      ? createStream('/Type /XObject /Subtype /Form /BBox [0 0 300 200]', '0 0 m 9 9 l S')
      : createStream(
          `/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /A ${level + 6} 0 R >> >>`,
          '/A Do /A Do',
        ),
  );
  return joinObjects([...createPage('/XObject << /A 5 0 R >>'), createStream('', '/A Do'), ...forms]);
}
