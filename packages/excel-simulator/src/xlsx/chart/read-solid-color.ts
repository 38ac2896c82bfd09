import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { type Palette, readColor, THEME_ORDER } from '../styles/colors';

/** "#RRGGBB" of a solid fill among the children of an element. */
export function readSolidColor(properties: XmlElement | undefined, palette: Palette): string | undefined {
  const color = findChild(properties, 'a:solidFill')?.children[0];
  if (!color) return undefined;
  const val = color.attributes['val'] ?? '';
  if (color.name === 'a:srgbClr') return /^[0-9A-Fa-f]{6}$/.test(val) ? `#${val.toUpperCase()}` : undefined;
  // Drawings name the theme's light and dark colours by what they are used for as well.
  const theme = THEME_ORDER.indexOf(val.replace(/^tx/, 'dk').replace(/^bg/, 'lt'));
  return theme < 0 ? undefined : readColor({ ...color, attributes: { theme: String(theme) } }, palette);
}
