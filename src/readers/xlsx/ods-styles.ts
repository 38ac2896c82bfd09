import type { XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import type { StoredFont } from './cell-fonts';

/** What a style says itself; what it does not say it has from its parent. */
type OdsStyle = Partial<StoredFont> & { parent?: string; hidden?: boolean; format?: string };

/** How a style shows numbers, where that is not as they are. */
export type NumberKind = 'date' | 'percentage';

export type OdsStyles = {
  /** Takes an element of the parts that declare styles. */
  open: (name: string, attributes: XmlAttributes) => void;
  close: (name: string) => void;
  /** The font of a style of cells or text: what it does not say is as in `around`. */
  findFont: (
    family: 'table-cell' | 'paragraph' | 'text',
    name: string | undefined,
    around: StoredFont,
  ) => StoredFont;
  /** @returns null for a style that shows numbers as they are */
  findNumberKind: (name: string | undefined) => NumberKind | null;
  isHiddenSheet: (name: string | undefined) => boolean;
};

const MAX_PARENTS = 32;

/** Returns true if text is raised: "super 58%", "33% 58%". Source: OpenDocument 1.3 part 3, 20.402. */
const isRaised = (position: string): boolean => /^\s*(?:super\b|[1-9]\d*(?:\.\d+)?%)/.test(position);

/** A style of text as an attribute gives it; undefined where it does not say. */
function readFont(attributes: XmlAttributes): Partial<StoredFont> {
  const lines = [attributes['style:text-line-through-style'], attributes['style:text-line-through-type']];
  const said = lines.filter((line) => line !== undefined);
  const position = attributes['style:text-position'];
  const name = attributes['style:font-name'] ?? attributes['fo:font-family'];
  return {
    ...(said.length > 0 && { struck: !said.includes('none') }),
    ...(position !== undefined && { raised: isRaised(position) }),
    ...(name !== undefined && { name: name.replace(/^'|'$/g, '') }),
  };
}

export function createOdsStyles(): OdsStyles {
  const styles = new Map<string, OdsStyle>();
  const formats = new Map<string, NumberKind>();
  let current: OdsStyle | null = null;
  const findStyle = (family: string, name: string | undefined): OdsStyle | undefined =>
    name === undefined ? undefined : styles.get(`${family} ${name}`);
  return {
    open: (name, attributes) => {
      if (name === 'style:style') {
        const parent = attributes['style:parent-style-name'];
        const format = attributes['style:data-style-name'];
        current = { ...(parent !== undefined && { parent }), ...(format !== undefined && { format }) };
        styles.set(`${attributes['style:family']} ${attributes['style:name']}`, current);
      } else if (name === 'number:date-style') formats.set(attributes['style:name'] ?? '', 'date');
      else if (name === 'number:percentage-style') formats.set(attributes['style:name'] ?? '', 'percentage');
      else if (name === 'style:text-properties' && current) Object.assign(current, readFont(attributes));
      else if (name === 'style:table-properties' && current)
        current.hidden = attributes['table:display'] === 'false';
    },
    close: (name) => {
      if (name === 'style:style') current = null;
    },
    findFont: (family, name, around) => {
      const font: Partial<StoredFont> = {};
      let style = findStyle(family, name);
      for (let depth = 0; style && depth < MAX_PARENTS; depth++) {
        font.struck ??= style.struck;
        font.raised ??= style.raised;
        font.name ??= style.name;
        style = findStyle(family, style.parent);
      }
      const fontName = font.name ?? around.name;
      return {
        struck: font.struck ?? around.struck,
        raised: font.raised ?? around.raised,
        ...(fontName !== undefined && { name: fontName }),
      };
    },
    findNumberKind: (name) => formats.get(findStyle('table-cell', name)?.format ?? '') ?? null,
    isHiddenSheet: (name) => findStyle('table', name)?.hidden === true,
  };
}
