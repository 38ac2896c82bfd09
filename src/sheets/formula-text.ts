/** Parts of formulas that build a text. They use functions of Excel 2010 only. */

/** Returns a text as a string constant of a formula; quotation marks are doubled. */
export const quoteFormulaText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Returns a formula for "5/6/2026". It avoids TEXT, whose format codes depend on the language of Excel. */
export const buildDateTextFormula = (cell: string): string =>
  `DAY(${cell})&"/"&MONTH(${cell})&"/"&YEAR(${cell})`;

/** Returns a formula that shortens a text to so many letters; a shortened one ends in "…". */
export function buildOneLineFormula(text: string, letters: number): string {
  return `IF(LEN(${text})>${letters},LEFT(${text},${letters - 2})&"…",${text})`;
}

/** Returns a formula that joins the texts of all counts above 0 with `separator`. */
export function buildCountsFormula(
  parts: readonly { count: string; before: string; after: string }[],
  separator: string,
): string {
  const conditions = parts.map(({ count }) => `${count}>0`);
  return parts
    .map(({ count, before, after }, at) => {
      const joint =
        at === 0 ? '' : `IF(OR(${conditions.slice(0, at).join(',')}),${quoteFormulaText(separator)},"")&`;
      const prefix = before === '' ? '' : `${quoteFormulaText(before)}&`;
      return `IF(${count}>0,${joint}${prefix}${count}&${quoteFormulaText(after)},"")`;
    })
    .join('&');
}
