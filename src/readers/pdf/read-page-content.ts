import { addPathRules } from './add-path-rules';
import { applyMatrix, IDENTITY_MATRIX, type Matrix, multiplyMatrices, type Rules } from './geometry';
import type { PdfLibrary } from './load-pdf-library';

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
  /** So much of what is between it and the character before was crossed out. */
  struckBefore?: number;
  /** Invisible (the text layer of a scan): which positioned stretch of text it is of. */
  hiddenRun?: number;
  /** Where the middle of its word stands, if the word is to stay whole. */
  wordMiddle?: number;
};

/** A picture on the page; `matrix` takes its unit square (y up) to the page. */
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
  /** Strokes and thin filled areas as drawn: not yet joined. */
  rules: Rules;
  images: PageImage[];
  /** Characters shown whose letters the file does not tell. */
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
type GraphicsState = { ctm: Matrix; lineWidth: number; text: TextState };

/** Text rendering mode: neither filled nor stroked. */
const INVISIBLE_TEXT_MODE = 3;

/** Controls and private use: codes of a font, not letters. */
const UNREADABLE_CHARACTER = /^[\0-\x08\x0e-\x1f\ufffd\ue000-\uefff]$/;

/** Directions off the axes are watermarks. */
function toQuarterTurn(dx: number, dy: number): 0 | 1 | 2 | 3 | null {
  const angle = Math.atan2(dy, dx) / (Math.PI / 2);
  const turn = Math.round(angle);
  return Math.abs(angle - turn) > 0.06 ? null : ((((turn % 4) + 4) % 4) as 0 | 1 | 2 | 3);
}

/** Arguments come untyped over pdf.js's port; each operator's are known. */
function createHandler<Args extends readonly unknown[]>(handler: (args: Args) => void) {
  return (args: readonly unknown[]): void => handler(args as Args);
}

/**
 * Interprets a page's operator list: where every character stands and every straight rule runs. (pdf.js's own
 * `getTextContent` invents spaces where a line mixes fonts.)
 *
 * @param toPage takes user space to the page as displayed, y down (a viewport's transform)
 * @throws on path opcodes it does not know (see `addPathRules`)
 */
export function readPageContent(
  list: OperatorList,
  ops: PdfLibrary['OPS'],
  fontOf: (name: string) => FontInfo | null,
  page: { width: number; height: number; toPage: Matrix },
): PageContent {
  const glyphs: Glyph[] = [];
  const rules: Rules = { horizontal: [], vertical: [] };
  const images: PageImage[] = [];
  let unreadable = 0;
  let state: GraphicsState = {
    ctm: page.toPage,
    lineWidth: 1,
    text: {
      fontName: '',
      font: null,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      rise: 0,
      leading: 0,
      mode: 0,
    },
  };
  const stack: GraphicsState[] = [];
  let textMatrix: Matrix = IDENTITY_MATRIX;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  /** Counts the places where text was set anew. */
  let run = 0;

  const save = (): void => void stack.push({ ...state, text: { ...state.text } });
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const moveText = (dx: number, dy: number): void => {
    run++;
    x = lineX += dx;
    y = lineY += dy;
  };

  const showText = (shown: (GlyphInfo | number)[]): void => {
    const { text } = state;
    const matrix = multiplyMatrices(state.ctm, textMatrix);
    const turn = toQuarterTurn(matrix[0] * Math.sign(text.size), matrix[1] * Math.sign(text.size));
    const unit = text.font?.fontMatrix?.[0] ?? 0.001;
    const along = Math.hypot(matrix[0], matrix[1]);
    const em = text.font?.isType3Font ? Math.abs(unit) * 1000 : 1;
    const size = Math.abs(text.size) * Math.hypot(matrix[2], matrix[3]) * (em > 0.1 && em < 10 ? em : 1);
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * text.size * text.scale;
        continue;
      }
      if (glyph === null) continue;
      const width = (glyph.width ?? 0) * unit * text.size * text.scale;
      if (!glyph.unicode || UNREADABLE_CHARACTER.test(glyph.unicode)) unreadable++;
      else if (turn !== null && size > 0) {
        const [px, py] = applyMatrix(matrix, x, y + text.rise);
        glyphs.push({
          text: glyph.unicode,
          x: px,
          y: py,
          width: Math.abs(width) * along,
          size,
          turn,
          // Without the tag of a subset: "ABCDEF+.VnTime".
          font: (text.font?.name ?? '').replace(/^[A-Z]{6}\+/, ''),
          ...(text.mode === INVISIBLE_TEXT_MODE && { hiddenRun: run }),
        });
      }
      x += width + (text.charSpacing + (glyph.isSpace ? text.wordSpacing : 0)) * text.scale;
    }
  };

  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const fills = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const constructPath = (paint: number, buffer: Float32Array | null): void => {
    const painting = { stroke: strokes.has(paint), fill: fills.has(paint), lineWidth: state.lineWidth };
    if (buffer && (painting.stroke || painting.fill)) addPathRules(rules, buffer, state.ctm, painting);
  };

  const handlers: Partial<Record<number, (args: unknown[]) => void>> = {
    [ops.save]: save,
    [ops.restore]: restore,
    [ops.transform]: createHandler((args: number[]) => {
      state.ctm = multiplyMatrices(state.ctm, args as unknown as Matrix);
    }),
    [ops.paintFormXObjectBegin]: createHandler(([matrix]: [Matrix | null]) => {
      save();
      if (matrix) state.ctm = multiplyMatrices(state.ctm, matrix);
    }),
    [ops.paintFormXObjectEnd]: restore,
    // The form inside applies the group's matrix.
    [ops.beginGroup]: save,
    [ops.endGroup]: restore,
    [ops.setLineWidth]: createHandler(([width]: [number]) => {
      state.lineWidth = width;
    }),
    [ops.setTextRenderingMode]: createHandler(([mode]: [number]) => {
      state.text.mode = mode;
    }),
    [ops.beginText]: () => {
      run++;
      textMatrix = IDENTITY_MATRIX;
      x = y = lineX = lineY = 0;
    },
    [ops.setCharSpacing]: createHandler(([spacing]: [number]) => {
      state.text.charSpacing = spacing;
    }),
    [ops.setWordSpacing]: createHandler(([spacing]: [number]) => {
      state.text.wordSpacing = spacing;
    }),
    [ops.setHScale]: createHandler(([percent]: [number]) => {
      state.text.scale = percent / 100;
    }),
    [ops.setLeading]: createHandler(([leading]: [number]) => {
      state.text.leading = leading;
    }),
    [ops.setTextRise]: createHandler(([rise]: [number]) => {
      state.text.rise = rise;
    }),
    [ops.setFont]: createHandler(([name, size]: [string, number]) => {
      if (name !== state.text.fontName) state.text.font = fontOf(name);
      state.text.fontName = name;
      state.text.size = size;
    }),
    [ops.setTextMatrix]: createHandler(([matrix]: [Matrix]) => {
      run++;
      textMatrix = matrix;
      x = y = lineX = lineY = 0;
    }),
    [ops.moveText]: createHandler(([dx, dy]: [number, number]) => moveText(dx, dy)),
    [ops.setLeadingMoveText]: createHandler(([dx, dy]: [number, number]) => {
      state.text.leading = -dy;
      moveText(dx, dy);
    }),
    [ops.nextLine]: () => moveText(0, -state.text.leading),
    [ops.showText]: createHandler(([shown]: [(GlyphInfo | number)[]]) => showText(shown)),
    [ops.constructPath]: createHandler(([paint, [buffer]]: [number, [Float32Array | null]]) =>
      constructPath(paint, buffer),
    ),
    [ops.paintImageXObject]: createHandler(
      ([source]: [string]) => void images.push({ source, matrix: state.ctm }),
    ),
    [ops.paintInlineImageXObject]: createHandler(
      ([source]: [RawImage]) => void images.push({ source, matrix: state.ctm }),
    ),
    [ops.paintImageMaskXObject]: createHandler(([mask]: [RawImage & { data?: unknown }]) => {
      const source = typeof mask?.data === 'string' ? mask.data : mask;
      if (source) images.push({ source, matrix: state.ctm });
    }),
  };
  list.fnArray.forEach((operator, index) => {
    handlers[operator]?.((list.argsArray[index] ?? []) as unknown[]);
  });
  return { width: page.width, height: page.height, glyphs, rules, images, unreadable };
}
