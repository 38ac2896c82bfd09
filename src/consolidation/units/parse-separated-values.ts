const SEPARATORS = ['\t', ';', ','] as const;

/** The separator that stands in the first line outside of quotes; the one met most often, a tab before all. */
function detectSeparator(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => line.split(separator).length - 1);
  if (counts[0]! > 0) return '\t';
  return counts[1]! >= counts[2]! && counts[1]! > 0 ? ';' : ',';
}

/**
 * The cells of comma-, semicolon- or tab-separated text (RFC 4180 with the separators that spreadsheets of other
 * languages write): quotes may hold separators, line ends and doubled quotes. Texts are trimmed; a blank line is a row
 * of one blank cell, so that rows have the numbers of their lines, but for those at the end.
 */
export function parseSeparatedValues(text: string): string[][] {
  const normalized = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Excel's own hint in the first line.
  const hint = /^sep=(.)\n/i.exec(normalized);
  const body = hint ? normalized.slice(hint[0].length) : normalized;
  const separator = hint?.[1] ?? detectSeparator(body);
  const rows: string[][] = hint ? [['']] : [];
  let row: string[] = [];
  let at = 0;
  while (at <= body.length) {
    const quoted = body[at] === '"' ? /"((?:[^"]|"")*)"/y : null;
    if (quoted) quoted.lastIndex = at;
    const match = quoted?.exec(body);
    const from = match ? at + match[0].length : at;
    let end = from;
    while (end < body.length && body[end] !== separator && body[end] !== '\n') end += 1;
    const rest = body.slice(from, end);
    row.push((match ? match[1]!.replaceAll('""', '"') + rest : rest).trim());
    if (body[end] !== separator) {
      rows.push(row.some((cell) => cell !== '') ? row : ['']);
      row = [];
    }
    at = end + 1;
  }
  const last = rows.findLastIndex((cells) => cells.length > 1 || cells[0] !== '');
  return rows.slice(0, last + 1);
}
