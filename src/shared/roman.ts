/** Roman numerals as they are printed in lists and headings: upper case, at most `MAX_ROMAN`. */

const DIGITS: readonly (readonly [number, string])[] = [
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

const DIGIT_VALUES = new Map(DIGITS.map(([value, digits]) => [digits, value]));

const ROMAN = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Word prints Roman numerals up to this number (ECMA-376-1 §17.18.59); other numbers print as decimals. */
const MAX_ROMAN = 32_767;

/** Returns a number in Roman numerals, or in decimals where there are none for it. */
export function toRoman(value: number): string {
  if (value < 1 || value > MAX_ROMAN) return String(value);
  let rest = value;
  let text = '';
  for (const [size, digits] of DIGITS) for (; rest >= size; rest -= size) text += digits;
  return text;
}

/**
 * Reads a Roman numeral in upper case, from I to MMMCMXCIX.
 *
 * @returns null if the text is anything else
 */
export function parseRoman(text: string): number | null {
  if (!ROMAN.test(text)) return null;
  const digits = [...text].map((digit) => DIGIT_VALUES.get(digit) ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
