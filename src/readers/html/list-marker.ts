import { toRoman } from '../../shared/roman';

/** An open ordered list. Its numbers are not in the text: Google Docs and web mail write `<ol start=3><li>`. */
export type OrderedList = { next: number; style: string };

const STYLES_BY_TYPE: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Opens a list with the `start`, `type` and `style` attributes of its `<ol>`. */
export function createOrderedList(attributes: Record<string, string | undefined>): OrderedList {
  const start = Number.parseInt(attributes.start ?? '1', 10);
  const style = /list-style-type\s*:\s*([\w-]+)/i.exec(attributes.style ?? '')?.[1];
  return {
    next: Number.isFinite(start) ? start : 1,
    style: style?.toLowerCase() ?? STYLES_BY_TYPE[attributes.type ?? '1'] ?? 'decimal',
  };
}

/** Returns the printed number of the next item, "3." or "IV.", or '' for styles without one; counts the item. */
export function formatNextMarker(list: OrderedList, attributes: Record<string, string | undefined>): string {
  const value = /^\d+$/.test(attributes.value ?? '') ? Number(attributes.value) : list.next;
  list.next = value + 1;
  const style =
    /list-style-type\s*:\s*([\w-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase() ?? list.style;
  if (value < 1 || value > 3999) return '';
  if (style.startsWith('decimal')) return `${value}.`;
  if (style.endsWith('roman'))
    return `${style.startsWith('upper') ? toRoman(value) : toRoman(value).toLowerCase()}.`;
  if (!/(?:alpha|latin)$/.test(style) || value > 26) return '';
  const letter = String.fromCharCode(0x60 + value);
  return `${style.startsWith('upper') ? letter.toUpperCase() : letter}.`;
}
