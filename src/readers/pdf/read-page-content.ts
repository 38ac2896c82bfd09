import { findMax, findMin } from '../../shared/min-max';
import { addPathRules } from './add-path-rules';
import { applyMatrix, IDENTITY_MATRIX, type Matrix, multiplyMatrices, type Rules } from './geometry';
import type { PdfLibrary } from './load-pdf-library';
import { MAX_PAGE_GLYPHS, MAX_PAGE_RULES, PageTooLargeError } from './page-limits';

/** One shown character. Page coordinates in points, y down, upright as the page is displayed. */
export type Glyph = {
  text: string;
  /** Left end of its baseline, along the direction it is written in. */
  x: number;
  y: number;
  width: number;
  size: number;
  /** Direction of writing in quarter turns clockwise: 0 is upright. */
  turn: 0 | 1 | 2 | 3;
  font: string;
  /** Its colour (#rrggbb), unless it is black, grey or white. */
  color?: string;
  /** Width of the crossed out characters between it and the character before. */
  struckBefore?: number;
  /** Invisible text (the layer of a scan): the positioned span of text that it belongs to. */
  hiddenRun?: number;
  /** The middle of its word, if the word must not be split. */
  wordMiddle?: number;
};

/** A picture on the page; `matrix` maps its unit square (y up) to the page. */
export type PageImage = { source: string | RawImage; matrix: Matrix };
export type RawImage = {
  width: number;
  height: number;
  kind?: number;
  data?: Uint8Array | Uint8ClampedArray;
};

export type PageContent = {
  width: number;
  height: number;
  glyphs: Glyph[];
  /** Strokes and thin filled areas as drawn, not yet joined. */
  rules: Rules;
  images: PageImage[];
  /** Number of characters shown whose letters the file does not contain. */
  unreadable: number;
};

type OperatorList = { fnArray: number[]; argsArray: unknown[] };
export type FontInfo = { name?: string; fontMatrix?: number[]; isType3Font?: boolean; vertical?: boolean };

type GlyphInfo = { unicode?: string; width?: number; isSpace?: boolean };

type TextState = {
  fontName: string;
  font: FontInfo | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  /** Mode 3 draws nothing. */
  mode: number;
};
type GraphicsState = { ctm: Matrix; lineWidth: number; color?: string; text: TextState };

/** Text rendering mode: neither filled nor stroked. */
const INVISIBLE_TEXT_MODE = 3;

/** Controls and private use: codes of a font, not letters. */
const UNREADABLE_CHARACTER = /^[\0-\x08\x0e-\x1f\ufffd\ue000-\uefff]$/;

/**
 * Returns a direction in quarter turns.
 *
 * @returns null for a direction off the axes: a watermark
 */
function toQuarterTurn(dx: number, dy: number): 0 | 1 | 2 | 3 | null {
  const angle = Math.atan2(dy, dx) / (Math.PI / 2);
  const turn = Math.round(angle);
  return Math.abs(angle - turn) > 0.06 ? null : ((((turn % 4) + 4) % 4) as 0 | 1 | 2 | 3);
}

/**
 * Interprets a page's operator list: where every character stands and every straight rule runs. (pdf.js's own
 * `getTextContent` invents spaces where a line mixes fonts.)
 *
 * @param toPage maps user space to the page as displayed, y down (a viewport's transform)
 * @throws on path opcodes it does not know (see `addPathRules`); PageTooLargeError for more than a page can show
 */
export function readPageContent(
  list: OperatorList,
  ops: PdfLibrary['OPS'],
  getFont: (name: string) => FontInfo | null,
  page: { width: number; height: number; toPage: Matrix },
): PageContent {
  const interpreter = new PageInterpreter(ops, getFont, page);
  list.fnArray.forEach((operator, index) => {
    interpreter.handlers[operator]?.((list.argsArray[index] ?? []) as unknown[]);
  });
  return interpreter.content;
}

type OperatorHandlers = Partial<Record<number, (args: unknown[]) => void>>;

/** Least difference between the channels of a colour that is not a shade of grey. */
const MIN_SATURATION = 0x50;

function isSaturated(color: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return findMax(channels) - findMin(channels) >= MIN_SATURATION;
}

/** Creates a handler with typed arguments: they arrive untyped from pdf.js, but each operator's are known. */
function createHandler<Args extends readonly unknown[]>(handler: (args: Args) => void) {
  return (args: readonly unknown[]): void => handler(args as Args);
}

const INITIAL_TEXT_STATE: TextState = {
  fontName: '',
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
  mode: 0,
};

class PageInterpreter {
  readonly content: PageContent;
  readonly handlers: OperatorHandlers;
  private state: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private textMatrix: Matrix = IDENTITY_MATRIX;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  /** Counts the places where the position of the text was set. */
  private run = 0;

  constructor(
    private readonly ops: PdfLibrary['OPS'],
    private readonly getFont: (name: string) => FontInfo | null,
    { width, height, toPage }: { width: number; height: number; toPage: Matrix },
  ) {
    this.content = {
      width,
      height,
      glyphs: [],
      rules: { horizontal: [], vertical: [] },
      images: [],
      unreadable: 0,
    };
    this.state = { ctm: toPage, lineWidth: 1, text: { ...INITIAL_TEXT_STATE } };
    this.handlers = {
      ...this.createGraphicsHandlers(),
      ...this.createTextStateHandlers(),
      ...this.createTextPositionHandlers(),
      ...this.createPathHandlers(),
      ...this.createImageHandlers(),
    };
  }

  private save(): void {
    this.stack.push({ ...this.state, text: { ...this.state.text } });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.ctm = multiplyMatrices(this.state.ctm, matrix);
  }

  private createGraphicsHandlers(): OperatorHandlers {
    const { ops } = this;
    const save = (): void => this.save();
    const restore = (): void => this.restore();
    return {
      [ops.save]: save,
      [ops.restore]: restore,
      [ops.transform]: createHandler((matrix: Matrix) => this.transform(matrix)),
      [ops.paintFormXObjectBegin]: createHandler(([matrix]: [Matrix | null]) => {
        save();
        if (matrix) this.transform(matrix);
      }),
      [ops.paintFormXObjectEnd]: restore,
      // The form inside applies the group's matrix.
      [ops.beginGroup]: save,
      [ops.endGroup]: restore,
      [ops.setFillRGBColor]: createHandler(([color]: [unknown]) => {
        this.state.color = typeof color === 'string' && isSaturated(color) ? color : undefined;
      }),
      [ops.setLineWidth]: createHandler(([width]: [number]) => {
        this.state.lineWidth = width;
      }),
    };
  }

  private createTextStateHandlers(): OperatorHandlers {
    const { ops } = this;
    return {
      [ops.setTextRenderingMode]: createHandler(([mode]: [number]) => {
        this.state.text.mode = mode;
      }),
      [ops.setCharSpacing]: createHandler(([spacing]: [number]) => {
        this.state.text.charSpacing = spacing;
      }),
      [ops.setWordSpacing]: createHandler(([spacing]: [number]) => {
        this.state.text.wordSpacing = spacing;
      }),
      [ops.setHScale]: createHandler(([percent]: [number]) => {
        this.state.text.scale = percent / 100;
      }),
      [ops.setLeading]: createHandler(([leading]: [number]) => {
        this.state.text.leading = leading;
      }),
      [ops.setTextRise]: createHandler(([rise]: [number]) => {
        this.state.text.rise = rise;
      }),
      [ops.setFont]: createHandler(([name, size]: [string, number]) => {
        const { text } = this.state;
        if (name !== text.fontName) text.font = this.getFont(name);
        text.fontName = name;
        text.size = size;
      }),
    };
  }

  private createTextPositionHandlers(): OperatorHandlers {
    const { ops } = this;
    return {
      [ops.beginText]: () => this.setTextMatrix(IDENTITY_MATRIX),
      [ops.setTextMatrix]: createHandler(([matrix]: [Matrix]) => this.setTextMatrix(matrix)),
      [ops.moveText]: createHandler(([dx, dy]: [number, number]) => this.moveText(dx, dy)),
      [ops.setLeadingMoveText]: createHandler(([dx, dy]: [number, number]) => {
        this.state.text.leading = -dy;
        this.moveText(dx, dy);
      }),
      [ops.nextLine]: () => this.moveText(0, -this.state.text.leading),
      [ops.showText]: createHandler(([shown]: [(GlyphInfo | number | null)[]]) => this.showText(shown)),
    };
  }

  private setTextMatrix(matrix: Matrix): void {
    this.run++;
    this.textMatrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  private moveText(dx: number, dy: number): void {
    this.run++;
    this.x = this.lineX += dx;
    this.y = this.lineY += dy;
  }

  private showText(shown: readonly (GlyphInfo | number | null)[]): void {
    const { text, ctm, color } = this.state;
    const matrix = multiplyMatrices(ctm, this.textMatrix);
    const turn = toQuarterTurn(matrix[0] * Math.sign(text.size), matrix[1] * Math.sign(text.size));
    const unit = text.font?.fontMatrix?.[0] ?? 0.001;
    const along = Math.hypot(matrix[0], matrix[1]);
    const em = text.font?.isType3Font ? Math.abs(unit) * 1000 : 1;
    const size = Math.abs(text.size) * Math.hypot(matrix[2], matrix[3]) * (em > 0.1 && em < 10 ? em : 1);
    // Without the tag of a subset: "ABCDEF+.VnTime".
    const font = (text.font?.name ?? '').replace(/^[A-Z]{6}\+/, '');
    if (this.content.glyphs.length + shown.length > MAX_PAGE_GLYPHS) throw new PageTooLargeError();
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        this.x -= (glyph / 1000) * text.size * text.scale;
        continue;
      }
      if (glyph === null) continue;
      const width = (glyph.width ?? 0) * unit * text.size * text.scale;
      if (!glyph.unicode || UNREADABLE_CHARACTER.test(glyph.unicode)) this.content.unreadable++;
      else if (turn !== null && size > 0) {
        const [x, y] = applyMatrix(matrix, this.x, this.y + text.rise);
        this.content.glyphs.push({
          text: glyph.unicode,
          x,
          y,
          width: Math.abs(width) * along,
          size,
          turn,
          font,
          ...(color !== undefined && { color }),
          ...(text.mode === INVISIBLE_TEXT_MODE && { hiddenRun: this.run }),
        });
      }
      this.x += width + (text.charSpacing + (glyph.isSpace ? text.wordSpacing : 0)) * text.scale;
    }
  }

  private createPathHandlers(): OperatorHandlers {
    const { ops } = this;
    const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
    const strokes = new Set([ops.stroke, ops.closeStroke, ...both]);
    const fills = new Set([ops.fill, ops.eoFill, ...both]);
    return {
      [ops.constructPath]: createHandler(([paint, [buffer]]: [number, [Float32Array | null]]) => {
        const { ctm, lineWidth } = this.state;
        const painting = { stroke: strokes.has(paint), fill: fills.has(paint), lineWidth };
        if (buffer && (painting.stroke || painting.fill))
          addPathRules(this.content.rules, buffer, ctm, painting);
        const { horizontal, vertical } = this.content.rules;
        if (horizontal.length + vertical.length > MAX_PAGE_RULES) throw new PageTooLargeError();
      }),
    };
  }

  private createImageHandlers(): OperatorHandlers {
    const { ops } = this;
    const add = (source: PageImage['source']): void => {
      this.content.images.push({ source, matrix: this.state.ctm });
    };
    return {
      [ops.paintImageXObject]: createHandler(([source]: [string]) => add(source)),
      [ops.paintInlineImageXObject]: createHandler(([source]: [RawImage]) => add(source)),
      [ops.paintImageMaskXObject]: createHandler(([mask]: [RawImage & { data?: unknown }]) => {
        const source = typeof mask?.data === 'string' ? mask.data : mask;
        if (source) add(source);
      }),
    };
  }
}
