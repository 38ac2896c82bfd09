import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import type { Glyph } from './read-page-content';

/** What pdf.js reports of an annotation, as far as it matters here. */
type FieldAnnotation = {
  subtype?: string;
  fieldType?: string;
  fieldValue?: string | string[] | null;
  checkBox?: boolean;
  radioButton?: boolean;
  hidden?: boolean;
  rect: number[];
};

/** Letter height and width of a value that is placed in its field, in points and in parts of the height. */
const MAX_LETTER_SIZE = 11;
const LETTER_WIDTH = 0.5;
/** Height of a line, in letter heights. */
const LINE_PITCH = 1.2;

/**
 * Returns the values of the form fields of a page as characters at the places of the fields: text, choices, and
 * check boxes as ☑ or ☐. Pages do not contain them; viewers draw them.
 */
export async function readFormFields(page: PDFPageProxy, viewport: PageViewport): Promise<Glyph[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as FieldAnnotation[];
  return annotations
    .filter((annotation) => annotation.subtype === 'Widget' && !annotation.hidden)
    .flatMap((field) => placeValue(getFieldText(field), viewport.convertToViewportRectangle(field.rect)));
}

function getFieldText({ fieldType, fieldValue, checkBox, radioButton }: FieldAnnotation): string {
  if (fieldType === 'Btn') {
    if (!checkBox && !radioButton) return '';
    return fieldValue === 'Off' || !fieldValue ? '☐' : '☑';
  }
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return '';
  return Array.isArray(fieldValue) ? fieldValue.join('\n') : (fieldValue ?? '');
}

function placeValue(text: string, [ax = 0, ay = 0, bx = 0, by = 0]: number[]): Glyph[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  const [left, width] = [Math.min(ax, bx), Math.abs(bx - ax)];
  const [top, height] = [Math.min(ay, by), Math.abs(by - ay)];
  const size = Math.min(MAX_LETTER_SIZE, height / lines.length / LINE_PITCH);
  const first = top + (height - lines.length * LINE_PITCH * size) / 2 + size;
  return lines.flatMap((line, row) => {
    const letters = [...line];
    const step = Math.min(LETTER_WIDTH * size, (0.96 * width) / letters.length);
    return letters.map((letter, index): Glyph => ({
      text: letter,
      x: left + 0.02 * width + index * step,
      y: first + row * LINE_PITCH * size,
      width: step,
      size,
      turn: 0,
      font: '',
    }));
  });
}
