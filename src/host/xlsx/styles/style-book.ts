import type { Border, CellFormat } from '../../model/types';
import { toEscapedText } from '../opc/escaped-text';
import { MAIN } from '../opc/namespaces';
import { tag } from '../opc/xml';
import { argb } from './colors';
import { builtInNumber, FIRST_OWN_FORMAT } from './number-formats';
import { STANDARD_FONT } from './read-styles';
import { HORIZONTAL, lineToFile, UNDERLINE, VERTICAL } from './vocabulary';

/** Pieces of markup, each once, numbered in the order they came. */
class Numbered {
  readonly items: string[];
  private readonly numbers: Map<string, number>;

  constructor(first: readonly string[] = []) {
    this.items = [...first];
    this.numbers = new Map(first.map((item, index) => [item, index]));
  }

  of(item: string): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    this.numbers.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

function colorTag(name: string, color: string | undefined): string {
  const rgb = argb(color);
  return rgb ? tag(name, { rgb }) : '';
}

function fontMarkup(font: NonNullable<CellFormat['font']>): string {
  const underline = UNDERLINE.toFile(font.underline);
  return tag(
    'font',
    {},
    font.bold === undefined ? '' : tag('b', { val: font.bold ? undefined : false }),
    font.italic === undefined ? '' : tag('i', { val: font.italic ? undefined : false }),
    font.strikethrough === undefined ? '' : tag('strike', { val: font.strikethrough ? undefined : false }),
    underline ? tag('u', { val: underline === 'single' ? undefined : underline }) : '',
    font.size === undefined ? '' : tag('sz', { val: font.size }),
    colorTag('color', font.color),
    font.name === undefined ? '' : tag('name', { val: font.name }),
  );
}

/** Order of CT_Border: left, right, top, bottom, diagonal. */
function borderMarkup(borders: CellFormat['borders'], isDifferential: boolean): string {
  const side = (name: string, border: Border | undefined): string => {
    const style = border && lineToFile(border);
    if (!style) return isDifferential ? '' : tag(name);
    return tag(name, { style }, colorTag('color', border.color));
  };
  const down = borders?.DiagonalDown;
  const up = borders?.DiagonalUp;
  return tag(
    'border',
    { diagonalUp: up ? true : undefined, diagonalDown: down ? true : undefined },
    side('left', borders?.EdgeLeft),
    side('right', borders?.EdgeRight),
    side('top', borders?.EdgeTop),
    side('bottom', borders?.EdgeBottom),
    side('diagonal', down ?? up),
  );
}

function rotation(degrees: number | undefined): number | undefined {
  return degrees === undefined || degrees === 0
    ? undefined
    : degrees === 180
      ? 255
      : degrees < 0
        ? 90 - degrees
        : degrees;
}

function alignmentMarkup(format: CellFormat): string {
  const attributes = {
    horizontal: HORIZONTAL.toFile(format.horizontalAlignment),
    vertical: VERTICAL.toFile(format.verticalAlignment),
    textRotation: rotation(format.textOrientation),
    wrapText: format.wrapText || undefined,
    indent: format.indentLevel || undefined,
    shrinkToFit: format.shrinkToFit || undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined) ? tag('alignment', attributes) : '';
}

function protectionMarkup(format: CellFormat): string {
  return format.locked === false || format.formulaHidden
    ? tag('protection', {
        locked: format.locked === false ? false : undefined,
        hidden: format.formulaHidden || undefined,
      })
    : '';
}

export type KeptStyles = {
  defaultFont?: { name: string; size: number; markup: string };
  dxfs?: readonly string[];
  /** The kept differential formats as the model has them: rules that look the same take their numbers. */
  dxfFormats?: readonly CellFormat[];
  elements?: Record<string, string>;
};

const sameKey = (format: CellFormat): string => JSON.stringify(format, Object.keys(flatKeys(format)).sort());

/** Every key that occurs anywhere in a format: the list JSON.stringify orders by. */
function flatKeys(value: object, into: Record<string, true> = {}): Record<string, true> {
  for (const [key, one] of Object.entries(value)) {
    into[key] = true;
    if (typeof one === 'object' && one !== null) flatKeys(one as object, into);
  }
  return into;
}

/** Collects the formats of a workbook while it is written, then gives the style part. */
export class StyleBook {
  private readonly numFmts = new Map<string, number>();
  private readonly fonts: Numbered;
  private readonly fills = new Numbered([
    tag('fill', {}, tag('patternFill', { patternType: 'none' })),
    tag('fill', {}, tag('patternFill', { patternType: 'gray125' })),
  ]);
  private readonly borders = new Numbered([borderMarkup(undefined, false)]);
  private readonly xfs = new Numbered();
  private readonly dxfs: Numbered;
  private readonly keptDxfs: Map<string, number>;
  private readonly defaultFont: { name: string; size: number };
  private readonly numbers = new Map<CellFormat, [plain: number | undefined, quoted: number | undefined]>();

  constructor(private readonly kept: KeptStyles = {}) {
    this.defaultFont = kept.defaultFont ?? STANDARD_FONT;
    this.fonts = new Numbered([kept.defaultFont?.markup ?? fontMarkup({ ...STANDARD_FONT })]);
    this.dxfs = new Numbered(kept.dxfs);
    this.keptDxfs = new Map((kept.dxfFormats ?? []).map((format, index) => [sameKey(format), index]));
    this.xf(PLAIN);
  }

  private numFmt(code: string | undefined): number {
    if (code === undefined) return 0;
    const known = builtInNumber(code) ?? this.numFmts.get(code);
    if (known !== undefined) return known;
    const next = FIRST_OWN_FORMAT + this.numFmts.size;
    this.numFmts.set(code, next);
    return next;
  }

  private font(font: CellFormat['font']): number {
    const whole = { ...this.defaultFont, ...font };
    for (const key of ['bold', 'italic', 'strikethrough'] as const) if (!whole[key]) delete whole[key];
    if (whole.underline === 'None') delete whole.underline;
    const isDefault =
      whole.name === this.defaultFont.name &&
      whole.size === this.defaultFont.size &&
      Object.values(whole).filter((value) => value !== undefined).length === 2;
    return isDefault ? 0 : this.fonts.of(fontMarkup(whole));
  }

  private fill(fill: CellFormat['fill']): number {
    const rgb = argb(fill?.color);
    if (!rgb) return 0;
    return this.fills.of(
      tag(
        'fill',
        {},
        tag(
          'patternFill',
          { patternType: 'solid' },
          tag('fgColor', { rgb }),
          tag('bgColor', { indexed: 64 }),
        ),
      ),
    );
  }

  /** Number of a cell's format. `quoted`: text that would read as a formula or a number stays text when edited. */
  xf(format: CellFormat = PLAIN, quoted = false): number {
    const known = this.numbers.get(format)?.[quoted ? 1 : 0];
    if (known !== undefined) return known;
    const numFmtId = this.numFmt(format.numberFormat);
    const fontId = this.font(format.font);
    const fillId = this.fill(format.fill);
    const borderId = format.borders ? this.borders.of(borderMarkup(format.borders, false)) : 0;
    const alignment = alignmentMarkup(format);
    const protection = protectionMarkup(format);
    const number = this.xfs.of(
      tag(
        'xf',
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          quotePrefix: quoted || undefined,
          applyNumberFormat: numFmtId !== 0 || undefined,
          applyFont: fontId !== 0 || undefined,
          applyFill: fillId !== 0 || undefined,
          applyBorder: borderId !== 0 || undefined,
          applyAlignment: alignment !== '' || undefined,
          applyProtection: protection !== '' || undefined,
        },
        alignment,
        protection,
      ),
    );
    const entry = this.numbers.get(format) ?? [undefined, undefined];
    entry[quoted ? 1 : 0] = number;
    this.numbers.set(format, entry);
    return number;
  }

  /** Number of a differential format: of a conditional format, or of a filter by colour. */
  dxf(format: CellFormat): number {
    const known = this.keptDxfs.get(sameKey(format));
    return known ?? this.dxfs.of(this.dxfMarkup('dxf', format));
  }

  /** Order of CT_Dxf: font, numFmt, fill, border. The x14 extension writes it out where it is used. */
  dxfMarkup(name: string, { numberFormat, font, fill, borders }: CellFormat): string {
    const rgb = argb(fill?.color);
    return tag(
      name,
      {},
      font ? fontMarkup(font) : '',
      numberFormat === undefined
        ? ''
        : tag('numFmt', { numFmtId: this.numFmt(numberFormat), formatCode: toEscapedText(numberFormat) }),
      rgb
        ? tag(
            'fill',
            {},
            tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb }), tag('bgColor', { rgb })),
          )
        : '',
      borders ? borderMarkup(borders, true) : '',
    );
  }

  /** Order of CT_Stylesheet: numFmts, fonts, fills, borders, cellStyleXfs, cellXfs, cellStyles, dxfs, tableStyles… */
  markup(): string {
    const list = (name: string, items: readonly string[]): string =>
      items.length === 0 ? '' : tag(name, { count: items.length }, ...items);
    const numFmts = [...this.numFmts].map(([code, numFmtId]) =>
      tag('numFmt', { numFmtId, formatCode: toEscapedText(code) }),
    );
    const { tableStyles, colors, extLst } = this.kept.elements ?? {};
    return tag(
      'styleSheet',
      { xmlns: MAIN },
      list('numFmts', numFmts),
      list('fonts', this.fonts.items),
      list('fills', this.fills.items),
      list('borders', this.borders.items),
      list('cellStyleXfs', [tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      list('cellXfs', this.xfs.items),
      list('cellStyles', [tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      list('dxfs', this.dxfs.items) || tag('dxfs', { count: 0 }),
      tableStyles ??
        tag('tableStyles', {
          count: 0,
          defaultTableStyle: 'TableStyleMedium2',
          defaultPivotStyle: 'PivotStyleLight16',
        }),
      colors,
      extLst,
    );
  }
}

const PLAIN: CellFormat = Object.freeze({});
