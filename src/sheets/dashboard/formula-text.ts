/** Parts of formulas that say something in words. Functions of Excel 2010 only. */

export const quoteFormulaText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** "5/6/2026", whatever the language of Excel: format codes of TEXT are its own. */
export const buildDateTextFormula = (cell: string): string =>
  `DAY(${cell})&"/"&MONTH(${cell})&"/"&YEAR(${cell})`;

/** A text on one line: what is longer ends in "…". */
export function buildOneLineFormula(text: string, letters: number): string {
  return `IF(LEN(${text})>${letters},LEFT(${text},${letters - 2})&"…",${text})`;
}

/** Texts in a row where each has something to say, with `between` between them; `count` and `words` of each. */
export function buildCountsFormula(
  parts: readonly { count: string; before: string; words: string }[],
  between: string,
): string {
  const some = parts.map(({ count }) => `${count}>0`);
  return parts
    .map(({ count, before, words }, at) => {
      const joint = at === 0 ? '' : `IF(OR(${some.slice(0, at).join(',')}),${quoteFormulaText(between)},"")&`;
      return `IF(${count}>0,${joint}${before === '' ? '' : `${quoteFormulaText(before)}&`}${count}&${quoteFormulaText(words)},"")`;
    })
    .join('&');
}
