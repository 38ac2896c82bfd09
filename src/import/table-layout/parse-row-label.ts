import { isNextNumeral, type NumberLabel, parseNumberLabel } from '../../annex/numbering';

/** Labels are short; "2024" or a word is none. */
const MAX_LABEL_LENGTH = 8;

/**
 * Parses the label of a row: "1", "2.3.", "IV", "A)", "đ".
 *
 * @returns null if the text is no label
 */
export function parseRowLabel(text: string): NumberLabel | null {
  return text.length > MAX_LABEL_LENGTH || /^\d{4}/.test(text) ? null : parseNumberLabel(text);
}

/** Returns true for labels of sections: Roman numbers and capital letters. */
export function isSectionLabel(text: string): boolean {
  return parseRowLabel(text)?.readings.some(({ kind }) => kind === 'roman' || kind === 'capital') ?? false;
}

const findRomanReading = (text: string) => parseRowLabel(text)?.readings.find(({ kind }) => kind === 'roman');

/** Returns true for one label broken by a narrow column: "VII" and "I" below it; "I" and "II" are two. */
export function isBrokenLabel(upper: string, lower: string): boolean {
  const [first, second] = [findRomanReading(upper), findRomanReading(lower)];
  return (
    first !== undefined &&
    second !== undefined &&
    findRomanReading(upper + lower) !== undefined &&
    !isNextNumeral(first, second)
  );
}
