import type { LossCode } from '../losses';
import type { Border, BorderEdge, CellFormat } from '../../model/types';
import {
  childNamed,
  childrenNamed,
  flag,
  fragmentMarkup,
  numeric,
  type XmlDocument,
  type XmlElement,
} from '../opc/xml';
import { fromEscapedText } from '../opc/escaped-text';
import { isTextColor, readColor, readPalette, type Palette } from './colors';
import { builtInFormat } from './number-formats';
import { HORIZONTAL, lineFromFile, UNDERLINE, VERTICAL } from './vocabulary';

/** Formats that look the same become one object, so that cells can be compared by it. */
function sharing() {
  const known = new Map<string, CellFormat>();
  return (format: CellFormat): CellFormat | undefined => {
    const whole = filled(format);
    if (!whole) return undefined;
    const key = JSON.stringify(whole);
    if (!known.has(key)) known.set(key, whole);
    return known.get(key);
  };
}

/** What the model takes for granted where a cell's format is silent. */
export const STANDARD_FONT = { name: 'Calibri', size: 11 };

export type ReadStyles = {
  palette: Palette;
  /** By the number cells carry; undefined is the plain format. */
  formats: (CellFormat | undefined)[];
  /** By the number rules and filters carry. */
  dxfs: CellFormat[];
  dxfMarkup: string[];
  defaultFont: { name: string; size: number; markup: string } | undefined;
  /** Markup of what the codec does not write itself, by name. */
  elements: Record<string, string>;
  losses: ReadonlySet<LossCode>;
};

type Font = NonNullable<CellFormat['font']>;

/** A part whose members are all undefined is no part. */
function filled<T extends object>(part: T): T | undefined {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.freeze(Object.fromEntries(entries)) as T) : undefined;
}

function readFont(font: XmlElement | undefined, palette: Palette): Font {
  const color = childNamed(font, 'color');
  const underline = childNamed(font, 'u');
  const style = underline ? (UNDERLINE.toApi(underline.attributes['val'] ?? 'single') ?? 'Single') : 'None';
  const isOn = (name: string): true | undefined =>
    flag(childNamed(font, name), 'val', childNamed(font, name) !== undefined) || undefined;
  return {
    name: childNamed(font, 'name')?.attributes['val'],
    size: numeric(childNamed(font, 'sz'), 'val'),
    bold: isOn('b'),
    italic: isOn('i'),
    underline: style === 'None' ? undefined : style,
    strikethrough: isOn('strike'),
    color: isTextColor(color) ? undefined : readColor(color, palette),
  };
}

const EDGES: readonly (readonly [string, BorderEdge])[] = [
  ['left', 'EdgeLeft'],
  ['start', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['end', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];

function readBorders(border: XmlElement | undefined, palette: Palette): CellFormat['borders'] {
  const line = (name: string): Border | undefined => {
    const element = childNamed(border, name);
    const drawn = lineFromFile(element?.attributes['style']);
    return (
      drawn &&
      Object.freeze({
        style: drawn.style,
        color: readColor(childNamed(element, 'color'), palette) ?? '#000000',
        weight: drawn.weight,
      })
    );
  };
  const borders: Partial<Record<BorderEdge, Border>> = {};
  for (const [name, edge] of EDGES) {
    const drawn = line(name);
    if (drawn) borders[edge] = drawn;
  }
  const diagonal = line('diagonal');
  if (diagonal && flag(border, 'diagonalDown')) borders.DiagonalDown = diagonal;
  if (diagonal && flag(border, 'diagonalUp')) borders.DiagonalUp = diagonal;
  return filled(borders);
}

function readAlignment(alignment: XmlElement | undefined) {
  const horizontal = HORIZONTAL.toApi(alignment?.attributes['horizontal']);
  const vertical = VERTICAL.toApi(alignment?.attributes['vertical']);
  const rotation = numeric(alignment, 'textRotation') ?? 0;
  return {
    horizontalAlignment: horizontal === 'General' ? undefined : horizontal,
    verticalAlignment: vertical === 'Bottom' ? undefined : vertical,
    wrapText: flag(alignment, 'wrapText') || undefined,
    indentLevel: numeric(alignment, 'indent') || undefined,
    // 255 is one letter below the other, which the API calls 180; from 91 on text runs down.
    textOrientation: (rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation) || undefined,
    shrinkToFit: flag(alignment, 'shrinkToFit') || undefined,
  };
}

function readProtection(protection: XmlElement | undefined) {
  return {
    locked: flag(protection, 'locked', true) ? undefined : false,
    formulaHidden: flag(protection, 'hidden') || undefined,
  };
}

function namedFormats(styles: XmlElement | undefined): ReadonlyMap<number, string> {
  return new Map(
    childrenNamed(childNamed(styles, 'numFmts'), 'numFmt').map((element) => [
      numeric(element, 'numFmtId') ?? -1,
      fromEscapedText(element.attributes['formatCode'] ?? ''),
    ]),
  );
}

/** A part of a format, and what of it the model cannot hold. */
type Read<Part extends keyof CellFormat> = { value: CellFormat[Part]; loss?: LossCode };

function readFill(fill: XmlElement | undefined, palette: Palette): Read<'fill'> {
  const pattern = childNamed(fill, 'patternFill');
  const kind = pattern?.attributes['patternType'] ?? 'none';
  if (childNamed(fill, 'gradientFill')) {
    const stop = childNamed(childNamed(fill, 'gradientFill'), 'stop');
    return { value: filled({ color: readColor(childNamed(stop, 'color'), palette) }), loss: 'gradient-fill' };
  }
  if (kind === 'none') return { value: undefined };
  const value = filled({ color: readColor(childNamed(pattern, 'fgColor'), palette) });
  return kind === 'solid' ? { value } : { value, loss: 'pattern-fill' };
}

/** A differential format: only what it changes is there. */
export function readDxf(dxf: XmlElement, palette: Palette): CellFormat {
  const pattern = childNamed(childNamed(dxf, 'fill'), 'patternFill');
  // A differential fill has its colour in the background, unlike a cell's.
  const fill =
    readColor(childNamed(pattern, 'bgColor'), palette) ??
    (pattern?.attributes['patternType'] === 'solid'
      ? readColor(childNamed(pattern, 'fgColor'), palette)
      : undefined);
  const code = childNamed(dxf, 'numFmt')?.attributes['formatCode'];
  return (
    filled<CellFormat>({
      numberFormat: code === undefined ? undefined : fromEscapedText(code),
      font: filled(readFont(childNamed(dxf, 'font'), palette)),
      fill: filled({ color: fill }),
      borders: readBorders(childNamed(dxf, 'border'), palette),
    }) ?? {}
  );
}

const LOST_FONT_PARTS = ['vertAlign', 'outline', 'shadow'];

/** Formats of a file. `theme` and `styles` may be missing: files without them are plain. */
export function readStyles(styles: XmlDocument | undefined, theme: XmlElement | undefined): ReadStyles {
  const root = styles?.root;
  const palette = readPalette(theme, root);
  const losses = new Set<LossCode>();
  const codes = namedFormats(root);
  const fonts = childrenNamed(childNamed(root, 'fonts'), 'font');
  const fills = childrenNamed(childNamed(root, 'fills'), 'fill');
  const borders = childrenNamed(childNamed(root, 'borders'), 'border');
  const first = readFont(fonts[0], palette);
  const isStandard =
    !fonts[0] ||
    (first.name === STANDARD_FONT.name && first.size === STANDARD_FONT.size) ||
    !first.name ||
    !first.size;
  // Every index is read once: cells of one format share one object.
  const fontOf = fonts.map((element): Read<'font'> => {
    const font = readFont(element, palette);
    const value = filled({
      ...font,
      name: isStandard && font.name === STANDARD_FONT.name ? undefined : font.name,
      size: isStandard && font.size === STANDARD_FONT.size ? undefined : font.size,
    });
    const isMore = LOST_FONT_PARTS.some((name) => childNamed(element, name));
    return isMore ? { value, loss: 'font-effects' } : { value };
  });
  const fillOf = fills.map((element) => readFill(element, palette));
  const borderOf = borders.map((element) => readBorders(element, palette));
  const shared = sharing();
  const formats = childrenNamed(childNamed(root, 'cellXfs'), 'xf').map((xf): CellFormat | undefined => {
    const id = numeric(xf, 'numFmtId') ?? 0;
    const code = codes.get(id) ?? builtInFormat(id) ?? 'General';
    const alignment = childNamed(xf, 'alignment');
    const font = fontOf[numeric(xf, 'fontId') ?? 0];
    const fill = fillOf[numeric(xf, 'fillId') ?? 0];
    for (const loss of [font?.loss, fill?.loss]) if (loss) losses.add(loss);
    if ((numeric(xf, 'xfId') ?? 0) !== 0) losses.add('named-cell-styles');
    if ((numeric(alignment, 'readingOrder') ?? 0) !== 0) losses.add('reading-order');
    return shared({
      numberFormat: code === 'General' ? undefined : code,
      font: font?.value,
      fill: fill?.value,
      borders: borderOf[numeric(xf, 'borderId') ?? 0],
      ...readAlignment(alignment),
      ...readProtection(childNamed(xf, 'protection')),
    });
  });
  const dxfs = childrenNamed(childNamed(root, 'dxfs'), 'dxf');
  const elements: Record<string, string> = {};
  for (const name of ['tableStyles', 'colors', 'extLst']) {
    const element = childNamed(root, name);
    if (element && styles) elements[name] = fragmentMarkup(element, styles.foreign);
  }
  return {
    palette,
    formats,
    dxfs: dxfs.map((dxf) => readDxf(dxf, palette)),
    dxfMarkup: dxfs.map((dxf) => fragmentMarkup(dxf, styles!.foreign)),
    defaultFont:
      isStandard || !styles
        ? undefined
        : { name: first.name!, size: first.size!, markup: fragmentMarkup(fonts[0]!, styles.foreign) },
    elements,
    losses,
  };
}
