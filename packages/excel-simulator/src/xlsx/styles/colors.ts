import { findChild, readNumberAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';

/** The 56 colours of the old palette; 0 to 7 repeat 8 to 15 (ECMA-376 part 1, 18.8.27). */
const INDEXED_COLORS = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Office's theme, for files that have none; in the order in which cells number them. */
const OFFICE_THEME =
  'FFFFFF 000000 E7E6E6 44546A 5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47 0563C1 954F72'.split(' ');

/** The theme part lists dark 1, light 1, dark 2, light 2; cells number light before dark. */
export const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** Colours by number, as six hexadecimal digits. */
export type Palette = { theme: readonly string[]; indexed: readonly string[] };

export const STANDARD_PALETTE: Palette = { theme: OFFICE_THEME, indexed: INDEXED_COLORS };

function parseHexColor(text: string | undefined): string | undefined {
  const digits = /^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$/.exec(text ?? '')?.[1];
  return digits?.toUpperCase();
}

export function readPalette(theme: XmlElement | undefined, styles: XmlElement | undefined): Palette {
  const scheme = findChild(findChild(theme, 'a:themeElements'), 'a:clrScheme');
  const indexed = findChild(findChild(styles, 'colors'), 'indexedColors');
  return {
    theme: THEME_ORDER.map((name, index) => {
      const color = findChild(scheme, `a:${name}`)?.children[0];
      return parseHexColor(color?.attributes['lastClr'] ?? color?.attributes['val']) ?? OFFICE_THEME[index]!;
    }),
    indexed: indexed
      ? INDEXED_COLORS.map(
          (color, index) => parseHexColor(indexed.children[index]?.attributes['rgb']) ?? color,
        )
      : INDEXED_COLORS,
  };
}

/** Lightens (tint > 0) or darkens a colour, in hue, lightness and saturation (ECMA-376 part 1, 18.8.19). */
function applyTint(color: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const lightness = (max + min) / 2;
  const span = max - min;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * lightness - 1));
  const sector =
    span === 0
      ? 0
      : max === red
        ? ((green - blue) / span + 6) % 6
        : max === green
          ? (blue - red) / span + 2
          : (red - green) / span + 4;
  const shifted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * shifted - 1)) * saturation;
  const middle = chroma * (1 - Math.abs((sector % 2) - 1));
  const [r, g, b] = (
    [
      [chroma, middle, 0],
      [middle, chroma, 0],
      [0, chroma, middle],
      [0, middle, chroma],
      [middle, 0, chroma],
      [chroma, 0, middle],
    ] as const
  )[Math.floor(sector) % 6]!;
  return [r, g, b]
    .map((part) => Math.round(Math.min(1, Math.max(0, part + shifted - chroma / 2)) * 255))
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

/** "#RRGGBB" of a colour element; undefined for automatic ones (black text, no fill, black lines). */
export function readColor(element: XmlElement | undefined, palette: Palette): string | undefined {
  if (!element) return undefined;
  const theme = readNumberAttribute(element, 'theme');
  const indexed = readNumberAttribute(element, 'indexed');
  // 64 and 65 are the system's own text and window colours.
  const base =
    parseHexColor(element.attributes['rgb']) ??
    (theme !== undefined
      ? palette.theme[theme]
      : indexed !== undefined
        ? palette.indexed[indexed]
        : undefined);
  if (base === undefined) return undefined;
  const tint = readNumberAttribute(element, 'tint') ?? 0;
  return `#${tint === 0 ? base : applyTint(base, Math.max(-1, Math.min(1, tint)))}`;
}

/** Whether the colour is the theme's plain text colour, which is as good as none. */
export function isThemeTextColor(element: XmlElement | undefined): boolean {
  return element?.attributes['theme'] === '1' && (readNumberAttribute(element, 'tint') ?? 0) === 0;
}

/** "#1072ba" → "FF1072BA"; undefined where it is no colour. */
export function toArgb(color: string | undefined): string | undefined {
  const digits = parseHexColor(color?.replace('#', ''));
  return digits && `FF${digits}`;
}
