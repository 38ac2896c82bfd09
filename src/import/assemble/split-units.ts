import { cleanText, joinText, toMatchKey } from '../../shared/text';

/** The two fields that one cell holds; `uncertain` if the cell does not say where one ends and the other begins. */
type SplitUnits = { leadUnit: string; coordinatingUnit: string; uncertain: boolean };

const ROLE = '(?:đơn vị|cơ quan|bộ phận|tổ chức|người|cán bộ)?\\s*';
/** "Chủ trì:", "- Đơn vị phối hợp:", "PH:" where a line or a clause begins. */
const LABEL = new RegExp(
  `(?<=^|[\\n;.,(–-]|[\\p{Ll}\\p{Lu}\\d)]\\s)\\s*(?:[-–+•*]\\s*)?${ROLE}(?:(chủ\\s+trì|CT)|(phối\\s+hợp|PH))(?:\\s+(?:chính|thực hiện))?\\s*:`,
  'giu',
);
/** "phối hợp với các tổ", "phối hợp: các tổ" after the unit in charge. */
const COORDINATING_AFTER =
  /^(.+?)\s*[,;.(–-]?\s*(?:và\s+)?phối\s+hợp\s+(?:với|cùng(?:\s+với)?)\s*:?\s+(.+?)\)?$/isu;
/** "Văn phòng chủ trì, các tổ phối hợp", "Văn phòng (chủ trì); các tổ (phối hợp)". */
const ROLES_AFTER =
  /^(.+?)\s*\(?\s*chủ\s+trì\s*\)?\s*(?:[,;.\n–-]|\s+và\s)\s*(.+?)\s*\(?\s*phối\s+hợp(?:\s+thực hiện)?\s*\)?$/isu;
/** "Chủ trì Văn phòng, phối hợp các tổ": the words stand before the units, without a colon. */
const ROLES_BEFORE = /^chủ\s+trì\s+(.+?)\s*[,;.\n–-]\s*(?:và\s+)?phối\s+hợp\s+(?:với\s+)?(.+)$/isu;
const LEAD_ONLY = /^(?:chủ\s+trì\s*:?\s+(.+)|(.+?)\s*\(?\s*chủ\s+trì\s*\)?)$/isu;

function trimUnits(text: string): string {
  return text
    .split('\n')
    .map(cleanText)
    .reduce(joinText, '')
    .replace(/^[\s"“”;:,.–+•*-]+|[\s"“”;:,–+•*-]+$/gu, '')
    .replace(/(?<!\b(?:TP|Tp|P|Q|H|TT|Tx|TX|UBND))\.$/u, '');
}

function splitAtLabels(text: string): SplitUnits | null {
  const labels = [...text.matchAll(LABEL)];
  const first = labels[0];
  if (!first) return null;
  const units = { leadUnit: [] as string[], coordinatingUnit: [] as string[] };
  const before = trimUnits(text.slice(0, first.index));
  if (before !== '') units.leadUnit.push(before);
  labels.forEach((label, i) => {
    const part = trimUnits(text.slice(label.index + label[0].length, labels[i + 1]?.index));
    if (part !== '') units[label[1] === undefined ? 'coordinatingUnit' : 'leadUnit'].push(part);
  });
  return {
    leadUnit: units.leadUnit.join('; '),
    coordinatingUnit: units.coordinatingUnit.join('; '),
    uncertain: before !== '' && first[1] !== undefined,
  };
}

function splitAtWords(text: string): SplitUnits | null {
  const match = ROLES_AFTER.exec(text) ?? ROLES_BEFORE.exec(text) ?? COORDINATING_AFTER.exec(text);
  if (!match) return null;
  const lead = trimUnits(match[1] ?? '');
  const named = LEAD_ONLY.exec(lead);
  return {
    leadUnit: trimUnits(named?.[1] ?? named?.[2] ?? lead),
    coordinatingUnit: trimUnits(match[2] ?? ''),
    uncertain: false,
  };
}

/** A line that goes on with the name above begins small. */
function joinWrappedLines(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (joined.length > 0 && (/^[\p{Ll}(,;]/u.test(line) || /[,&–-]$/u.test(joined.at(-1) ?? '')))
      joined.push(joinText(joined.pop() ?? '', line));
    else joined.push(line);
  }
  return joined;
}

function splitAtLines(lines: readonly string[]): SplitUnits | null {
  const [first, ...rest] = joinWrappedLines(lines);
  if (first === undefined || rest.length === 0) return null;
  return {
    leadUnit: trimUnits(first),
    coordinatingUnit: rest.map(trimUnits).join('; '),
    uncertain: rest.length > 1,
  };
}

function splitAtMark(text: string): SplitUnits {
  const parts = [/\s*\/\s*/u, /\s*;\s*/u, /\s+[-–]\s+/u]
    .map((mark) => text.split(mark))
    .find((found) => found.length === 2 && found.every((part) => trimUnits(part) !== ''));
  if (parts)
    return { leadUnit: trimUnits(parts[0]!), coordinatingUnit: trimUnits(parts[1]!), uncertain: false };
  const several = /[,;/]|\s(?:và|[-–])\s/u.test(text);
  return { leadUnit: trimUnits(text), coordinatingUnit: '', uncertain: several };
}

/**
 * Splits a cell that names the unit in charge and those that take part: at the words, else (where the header
 * names both) at the line end or the mark between them.
 *
 * @param printed the cell with its line ends
 * @param combined the column's header names both
 * @returns null if the cell names one kind of unit only
 */
export function splitUnits(printed: string, combined: boolean): SplitUnits | null {
  const lines = printed
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*["“]|["”]\s*$/gu, '').trim())
    .filter((line) => line !== '');
  const text = lines.join('\n');
  if (text === '') return null;
  const named = splitAtLabels(text) ?? splitAtWords(text);
  if (named && (combined || named.coordinatingUnit !== '' || named.leadUnit !== trimUnits(text)))
    return named;
  if (!combined) return null;
  return splitAtLines(lines) ?? splitAtMark(text);
}

/** Returns true for the header of a column that holds both: "Đơn vị chủ trì/phối hợp", "Chủ trì - phối hợp". */
export function isCombinedUnitHeader(header: string): boolean {
  const key = toMatchKey(header);
  return (
    /(?:^| )phoi hop(?: |$)/.test(key) &&
    /(?:^| )(?:chu tri|dau moi|phu trach|thuc hien chinh)(?: |$)/.test(key) &&
    !/trach nhiem phoi hop|co quan phoi hop chu tri/.test(key)
  );
}
