import { getBuiltInFormat } from '@phuluc/ooxml/number-formats';
import { type XmlDocument } from '@phuluc/ooxml/xml/read-xml-document';
import { writeFragment } from '@phuluc/ooxml/xml/write-xml';
import {
  findChild,
  findChildren,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import type { Border, BorderEdge, CellFormat } from '../../model/types';
import type { LossCode } from '../losses';
import { isThemeTextColor, type Palette, readColor, readPalette } from './colors';
import { HORIZONTAL_ALIGNMENTS, toApiLine, UNDERLINE_STYLES, VERTICAL_ALIGNMENTS } from './style-mappings';

/** Formats that look the same become one object, so that cells can be compared by it. */
function createFormatCache() {
  const known = new Map<string, CellFormat>();
  return (format: CellFormat): CellFormat | undefined => {
    const whole = omitUndefined(format);
    if (!whole) return undefined;
    const key = JSON.stringify(whole);
    if (!known.has(key)) known.set(key, whole);
    return known.get(key);
  };
}

/** What the model takes for granted where a cell's format is silent. */
export const STANDARD_FONT = { name: 'Calibri', size: 11 };

export type WorkbookStyles = {
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

type CellFont = NonNullable<CellFormat['font']>;

/** A part whose members are all undefined is no part. */
function omitUndefined<T extends object>(part: T): T | undefined {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.freeze(Object.fromEntries(entries)) as T) : undefined;
}

function readCellFont(font: XmlElement | undefined, palette: Palette): CellFont {
  const color = findChild(font, 'color');
  const underline = findChild(font, 'u');
  const style = underline
    ? (UNDERLINE_STYLES.toApi(underline.attributes['val'] ?? 'single') ?? 'Single')
    : 'None';
  const isOn = (name: string): true | undefined =>
    readBooleanAttribute(findChild(font, name), 'val', findChild(font, name) !== undefined) || undefined;
  return {
    name: findChild(font, 'name')?.attributes['val'],
    size: readNumberAttribute(findChild(font, 'sz'), 'val'),
    bold: isOn('b'),
    italic: isOn('i'),
    underline: style === 'None' ? undefined : style,
    strikethrough: isOn('strike'),
    color: isThemeTextColor(color) ? undefined : readColor(color, palette),
  };
}

const BORDER_EDGES: readonly (readonly [string, BorderEdge])[] = [
  ['left', 'EdgeLeft'],
  ['start', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['end', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];

function readBorders(border: XmlElement | undefined, palette: Palette): CellFormat['borders'] {
  const line = (name: string): Border | undefined => {
    const element = findChild(border, name);
    const drawn = toApiLine(element?.attributes['style']);
    return (
      drawn &&
      Object.freeze({
        style: drawn.style,
        color: readColor(findChild(element, 'color'), palette) ?? '#000000',
        weight: drawn.weight,
      })
    );
  };
  const borders: Partial<Record<BorderEdge, Border>> = {};
  for (const [name, edge] of BORDER_EDGES) {
    const drawn = line(name);
    if (drawn) borders[edge] = drawn;
  }
  const diagonal = line('diagonal');
  if (diagonal && readBooleanAttribute(border, 'diagonalDown')) borders.DiagonalDown = diagonal;
  if (diagonal && readBooleanAttribute(border, 'diagonalUp')) borders.DiagonalUp = diagonal;
  return omitUndefined(borders);
}

function readAlignment(alignment: XmlElement | undefined) {
  const horizontal = HORIZONTAL_ALIGNMENTS.toApi(alignment?.attributes['horizontal']);
  const vertical = VERTICAL_ALIGNMENTS.toApi(alignment?.attributes['vertical']);
  const rotation = readNumberAttribute(alignment, 'textRotation') ?? 0;
  return {
    horizontalAlignment: horizontal === 'General' ? undefined : horizontal,
    verticalAlignment: vertical === 'Bottom' ? undefined : vertical,
    wrapText: readBooleanAttribute(alignment, 'wrapText') || undefined,
    indentLevel: readNumberAttribute(alignment, 'indent') || undefined,
    // 255 is one letter below the other, which the API calls 180; from 91 on text runs down.
    textOrientation: (rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation) || undefined,
    shrinkToFit: readBooleanAttribute(alignment, 'shrinkToFit') || undefined,
  };
}

function readCellProtection(protection: XmlElement | undefined) {
  return {
    locked: readBooleanAttribute(protection, 'locked', true) ? undefined : false,
    formulaHidden: readBooleanAttribute(protection, 'hidden') || undefined,
  };
}

function readNumberFormats(styles: XmlElement | undefined): ReadonlyMap<number, string> {
  return new Map(
    findChildren(findChild(styles, 'numFmts'), 'numFmt').map((element) => [
      readNumberAttribute(element, 'numFmtId') ?? -1,
      unescapeXString(element.attributes['formatCode'] ?? ''),
    ]),
  );
}

/** A part of a format, and what of it the model cannot hold. */
type ReadPart<Part extends keyof CellFormat> = { value: CellFormat[Part]; loss?: LossCode };

function readFill(fill: XmlElement | undefined, palette: Palette): ReadPart<'fill'> {
  const pattern = findChild(fill, 'patternFill');
  const kind = pattern?.attributes['patternType'] ?? 'none';
  if (findChild(fill, 'gradientFill')) {
    const stop = findChild(findChild(fill, 'gradientFill'), 'stop');
    return {
      value: omitUndefined({ color: readColor(findChild(stop, 'color'), palette) }),
      loss: 'gradient-fill',
    };
  }
  if (kind === 'none') return { value: undefined };
  const value = omitUndefined({ color: readColor(findChild(pattern, 'fgColor'), palette) });
  return kind === 'solid' ? { value } : { value, loss: 'pattern-fill' };
}

/** A differential format: only what it changes is there. */
export function readDxf(dxf: XmlElement, palette: Palette): CellFormat {
  const pattern = findChild(findChild(dxf, 'fill'), 'patternFill');
  // A differential fill has its colour in the background, unlike a cell's.
  const fill =
    readColor(findChild(pattern, 'bgColor'), palette) ??
    (pattern?.attributes['patternType'] === 'solid'
      ? readColor(findChild(pattern, 'fgColor'), palette)
      : undefined);
  const code = findChild(dxf, 'numFmt')?.attributes['formatCode'];
  return (
    omitUndefined<CellFormat>({
      numberFormat: code === undefined ? undefined : unescapeXString(code),
      font: omitUndefined(readCellFont(findChild(dxf, 'font'), palette)),
      fill: omitUndefined({ color: fill }),
      borders: readBorders(findChild(dxf, 'border'), palette),
    }) ?? {}
  );
}

const LOST_FONT_PARTS = ['vertAlign', 'outline', 'shadow'];

/** Formats of a file. `theme` and `styles` may be missing: files without them are plain. */
export function readStyles(styles: XmlDocument | undefined, theme: XmlElement | undefined): WorkbookStyles {
  const root = styles?.root;
  const palette = readPalette(theme, root);
  const losses = new Set<LossCode>();
  const codes = readNumberFormats(root);
  const fonts = findChildren(findChild(root, 'fonts'), 'font');
  const fills = findChildren(findChild(root, 'fills'), 'fill');
  const borders = findChildren(findChild(root, 'borders'), 'border');
  const first = readCellFont(fonts[0], palette);
  const isStandard =
    !fonts[0] ||
    (first.name === STANDARD_FONT.name && first.size === STANDARD_FONT.size) ||
    !first.name ||
    !first.size;
  // Every index is read once: cells of one format share one object.
  const fontOf = fonts.map((element): ReadPart<'font'> => {
    const font = readCellFont(element, palette);
    const value = omitUndefined({
      ...font,
      name: isStandard && font.name === STANDARD_FONT.name ? undefined : font.name,
      size: isStandard && font.size === STANDARD_FONT.size ? undefined : font.size,
    });
    const isMore = LOST_FONT_PARTS.some((name) => findChild(element, name));
    return isMore ? { value, loss: 'font-effects' } : { value };
  });
  const fillOf = fills.map((element) => readFill(element, palette));
  const borderOf = borders.map((element) => readBorders(element, palette));
  const shared = createFormatCache();
  const formats = findChildren(findChild(root, 'cellXfs'), 'xf').map((xf): CellFormat | undefined => {
    const id = readNumberAttribute(xf, 'numFmtId') ?? 0;
    const code = codes.get(id) ?? getBuiltInFormat(id) ?? 'General';
    const alignment = findChild(xf, 'alignment');
    const font = fontOf[readNumberAttribute(xf, 'fontId') ?? 0];
    const fill = fillOf[readNumberAttribute(xf, 'fillId') ?? 0];
    for (const loss of [font?.loss, fill?.loss]) if (loss) losses.add(loss);
    if ((readNumberAttribute(xf, 'xfId') ?? 0) !== 0) losses.add('named-cell-styles');
    if ((readNumberAttribute(alignment, 'readingOrder') ?? 0) !== 0) losses.add('reading-order');
    return shared({
      numberFormat: code === 'General' ? undefined : code,
      font: font?.value,
      fill: fill?.value,
      borders: borderOf[readNumberAttribute(xf, 'borderId') ?? 0],
      ...readAlignment(alignment),
      ...readCellProtection(findChild(xf, 'protection')),
    });
  });
  const dxfs = findChildren(findChild(root, 'dxfs'), 'dxf');
  const elements: Record<string, string> = {};
  for (const name of ['tableStyles', 'colors', 'extLst']) {
    const element = findChild(root, name);
    if (element && styles) elements[name] = writeFragment(element, styles.foreign);
  }
  return {
    palette,
    formats,
    dxfs: dxfs.map((dxf) => readDxf(dxf, palette)),
    dxfMarkup: dxfs.map((dxf) => writeFragment(dxf, styles!.foreign)),
    defaultFont:
      isStandard || !styles
        ? undefined
        : { name: first.name!, size: first.size!, markup: writeFragment(fonts[0]!, styles.foreign) },
    elements,
    losses,
  };
}
