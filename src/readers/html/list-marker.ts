/** Numbers of ordered lists are not in the text: Google Docs and web mail write `<ol start=3><li>`. */
export type OrderedList = { next: number; style: string };

function toRoman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [step, letters] of steps) for (; rest >= step; rest -= step) text += letters;
  return text;
}

const STYLES_BY_TYPE: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** `start`, `type` and `style` attributes of an `<ol>`. */
export function createOrderedList(attributes: Record<string, string | undefined>): OrderedList {
  const start = Number.parseInt(attributes.start ?? '1', 10);
  const style = /list-style-type\s*:\s*([\w-]+)/i.exec(attributes.style ?? '')?.[1];
  return {
    next: Number.isFinite(start) ? start : 1,
    style: style?.toLowerCase() ?? STYLES_BY_TYPE[attributes.type ?? '1'] ?? 'decimal',
  };
}

/** The printed number of the next item, "3." or "IV."; '' for styles without one. Moves the list on. */
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
