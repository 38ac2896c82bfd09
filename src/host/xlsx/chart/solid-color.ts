import { childNamed, type XmlElement } from '../opc/xml';
import { readColor, type Palette } from '../styles/colors';

/** Theme colours of a drawing go by name. */
const SCHEME = [
  'bg1',
  'tx1',
  'bg2',
  'tx2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** "#RRGGBB" of a solid fill among the children of an element. */
export const solidColor = (properties: XmlElement | undefined, palette: Palette): string | undefined => {
  const color = childNamed(properties, 'a:solidFill')?.children[0];
  if (!color) return undefined;
  const val = color.attributes['val'] ?? '';
  if (color.name === 'a:srgbClr') return /^[0-9A-Fa-f]{6}$/.test(val) ? `#${val.toUpperCase()}` : undefined;
  const theme = SCHEME.indexOf(val.replace(/^dk/, 'tx').replace(/^lt/, 'bg'));
  return theme < 0 ? undefined : readColor({ ...color, attributes: { theme: String(theme) } }, palette);
};
