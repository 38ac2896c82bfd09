const UNSAFE_CHARACTERS =
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function escapeCharacter(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Nearly all texts need no change, and every cell is checked. */
const MAY_BE_UNSAFE = /_x|[\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/**
 * Escapes a text of a spreadsheet (ST_Xstring, ECMA-376 part 1, 22.9.2.19): characters that XML cannot hold are
 * written as `_xHHHH_`, and the underscore of a text that looks like such an escape as `_x005F_`.
 */
export function escapeXString(text: string): string {
  return MAY_BE_UNSAFE.test(text) ? text.replace(UNSAFE_CHARACTERS, escapeCharacter) : text;
}

/** Resolves the escapes that {@link escapeXString} writes. */
export function unescapeXString(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Escapes the name of a table column, whose line breaks Excel escapes too. */
export function escapeColumnName(text: string): string {
  return escapeXString(text).replace(/[\t\n]/g, (char) => escapeCharacter(char).toLowerCase());
}
