import type { ChartFontModel } from '../../model/types';
import { childNamed, descendant, numeric, tag, type XmlElement } from '../opc/xml';
import { argb, type Palette } from '../styles/colors';
import { solidColor } from './solid-color';

/** Attributes and children of the properties of a run; sizes are hundredths of a point in files. */
function properties({ name, size, color, bold }: ChartFontModel): [Record<string, string | number>, string] {
  const rgb = argb(color)?.slice(2);
  return [
    {
      ...(size === undefined ? {} : { sz: Math.round(size * 100) }),
      ...(bold === undefined ? {} : { b: bold ? 1 : 0 }),
    },
    (rgb ? tag('a:solidFill', {}, tag('a:srgbClr', { val: rgb })) : '') +
      (name === undefined ? '' : tag('a:latin', { typeface: name })),
  ];
}

/** The text properties of a chart or its labels. */
export function textProperties(font: ChartFontModel | undefined): string {
  if (!font) return '';
  const [attributes, children] = properties(font);
  return tag(
    'c:txPr',
    {},
    tag('a:bodyPr'),
    tag('a:lstStyle'),
    tag(
      'a:p',
      {},
      tag('a:pPr', {}, tag('a:defRPr', attributes, children)),
      tag('a:endParaRPr', { lang: 'vi-VN' }),
    ),
  );
}

/** The properties of a run of a title. */
export function runProperties(font: ChartFontModel | undefined): string {
  const [attributes, children] = properties(font ?? {});
  return tag('a:rPr', { lang: 'vi-VN', ...attributes }, children);
}

function fontIn(element: XmlElement | undefined, palette: Palette): ChartFontModel | undefined {
  if (!element) return undefined;
  const size = numeric(element, 'sz');
  const bold = element.attributes['b'];
  const name = childNamed(element, 'a:latin')?.attributes['typeface'];
  const color = solidColor(element, palette);
  const font: ChartFontModel = {
    // "+mn-lt" is the theme's.
    ...(name === undefined || name.startsWith('+') ? {} : { name }),
    ...(size === undefined ? {} : { size: size / 100 }),
    ...(color === undefined ? {} : { color }),
    ...(bold === undefined ? {} : { bold: bold === '1' || bold === 'true' }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** The font of a chart or of labels, from their text properties. */
export function readFont(owner: XmlElement | undefined, palette: Palette): ChartFontModel | undefined {
  return fontIn(descendant(owner, 'c:txPr', 'a:p', 'a:pPr', 'a:defRPr'), palette);
}

/** The font of a title: that of its first run, else of its paragraph. */
export function readTitleFont(title: XmlElement | undefined, palette: Palette): ChartFontModel | undefined {
  const paragraph = descendant(title, 'c:tx', 'c:rich', 'a:p');
  return (
    fontIn(descendant(paragraph, 'a:r', 'a:rPr'), palette) ??
    fontIn(descendant(paragraph, 'a:pPr', 'a:defRPr'), palette) ??
    readFont(title, palette)
  );
}
