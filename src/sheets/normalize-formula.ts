/** Tokens of a formula: texts, quoted names, column specifiers, numbers, names, and single signs. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'.|[^\]'[]|\[(?:'.|[^\]'[]|\[(?:'.|[^\]'[])*\])*\])*\]|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}\p{N}_.\\$]+|\s+|./giu;

/** A sheet name that needs no quotation marks. */
const PLAIN_SHEET_NAME = /^'([\p{L}_][\p{L}\p{N}_.]*)'$/u;

/** Splits `[[#This Row],[Hạn]]` into "#This Row" and "Hạn"; `[@Hạn]` and `[@[Hạn]]` mean the same. */
function splitColumnSpecifier(specifier: string): string[] {
  const inner = specifier.slice(1, -1).trim();
  if (inner.startsWith('@')) {
    const column = inner.slice(1).trim();
    return ['#this row', column.startsWith('[') ? column.slice(1, -1) : column];
  }
  const parts = inner.startsWith('[') ? (inner.match(/\[(?:'.|[^\]'])*\]/g) ?? []) : [`[${inner}]`];
  return parts
    .map((part) => part.slice(1, -1))
    .map((part) => (part.startsWith('#') ? part.toLowerCase() : part));
}

function normalizeColumnSpecifier(specifier: string): { text: string; isThisRow: boolean } {
  // `#Data` is what a column means without a specifier.
  const parts = splitColumnSpecifier(specifier).filter((part) => part !== '#data');
  return { text: `[${parts.join('][')}]`, isThisRow: parts.includes('#this row') };
}

/**
 * Returns a formula in a form that does not depend on how Excel writes it back: Excel 365 adds `@` for the implicit
 * intersection, writes `T[[#This Row],[x]]` for `[@x]`, prefixes newer functions, and spaces, cases, quotes and prints
 * numbers its own way.
 */
export function normalizeFormula(formula: string): string {
  const tokens = formula.normalize('NFC').match(TOKENS) ?? [];
  const parts: string[] = [];
  tokens.forEach((token, at) => {
    if (/^\s+$/.test(token) || token === '@') return;
    if (token.startsWith('"')) parts.push(token);
    else if (token.startsWith("'")) {
      parts.push((tokens[at + 1] === '!' && PLAIN_SHEET_NAME.exec(token)?.[1]?.toUpperCase()) || token);
    } else if (token.startsWith('[')) {
      const { text, isThisRow } = normalizeColumnSpecifier(token);
      // Within its own table a reference to this row needs no table name.
      if (isThisRow && /^[\p{L}_\\]/u.test(tokens[at - 1] ?? '')) parts.pop();
      parts.push(text);
    } else if (/^[\d.]/.test(token) && Number.isFinite(Number(token))) parts.push(String(Number(token)));
    else parts.push(token.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLPM\.)+/, ''));
  });
  return parts.join('');
}

/** Returns true if two formulas are the same however Excel writes them back. */
export function isSameFormula(a: string, b: string): boolean {
  return a === b || normalizeFormula(a) === normalizeFormula(b);
}
