import { follows, readLabel, type Label } from '../../annex/numbering';

/** Labels are short; "2024" or a word is none. */
const longest = 8;

/** What a row is called in the label column: "1", "2.3.", "IV", "A)", "đ". */
export function rowLabel(text: string): Label | null {
  return text.length > longest || /^\d{4}/.test(text) ? null : readLabel(text);
}

/** Labels of sections: Roman numbers and capital letters. */
export function isSectionLabel(text: string): boolean {
  return rowLabel(text)?.readings.some(({ kind }) => kind === 'roman' || kind === 'capital') ?? false;
}

const romanOf = (text: string) => rowLabel(text)?.readings.find(({ kind }) => kind === 'roman');

/** "VII" and "I" below it are one label broken by a narrow column; "I" and "II" are two. */
export function isBrokenLabel(upper: string, lower: string): boolean {
  const [first, second] = [romanOf(upper), romanOf(lower)];
  return (
    first !== undefined &&
    second !== undefined &&
    romanOf(upper + lower) !== undefined &&
    !follows(first, second)
  );
}
