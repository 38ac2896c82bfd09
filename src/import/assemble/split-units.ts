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
/** "Phòng A phối hợp Phòng B": without "với" only where the header names both. */
const COORDINATING_BARE = /^(.+?)\s*[,;.(–-]?\s*(?:và\s+)?phối\s+hợp\s*:?\s+(.+?)\)?$/isu;
/** "Chủ trì, phối hợp: Phòng A": one unit for both. */
const BOTH_ROLES = /^[-–+•*\s]*chủ\s+trì\s*(?:[,/&–-]|và)\s*phối\s+hợp\s*:?\s+(.+)$/isu;
/** Words for the two roles where the header names both: "Phụ trách chính: … Hỗ trợ: …". */
const LEAD_WORD = /(?<![\p{L}])(?:phụ\s+trách(?:\s+chính)?|đầu\s+mối|thực\s+hiện\s+chính)\s*:/giu;
const COORDINATING_WORD = /(?<![\p{L}])(?:hỗ\s+trợ|tham\s+gia|cùng\s+thực\s+hiện)\s*:/giu;
/** "(CT)", "(phối hợp)" behind a unit. */
const LEAD_MARK = /\(\s*(?:chủ\s+trì|CT|chính)\s*\)/iu;
const COORDINATING_MARK = /\(\s*(?:phối\s+hợp|PH|phụ)\s*\)/iu;
/** Words with which the name of a unit or an office begins; what else follows a dash belongs to the name before it. */
const UNIT_START =
  /^(?:phòng|tổ|ban|văn phòng|văn thư|kế toán|thủ quỹ|y tế|thư viện|bảo vệ|ubnd|uỷ ban|ủy ban|hđnd|sở|trường|trung tâm|trạm|công an|công đoàn|đoàn|đội|chi đoàn|hội|các|bgh|hiệu trưởng|phó|giáo viên|gv|gvcn|nhân viên|cô|thầy|ông|bà|bộ phận|chi bộ|chi ủy|lãnh đạo|nhà trường|khối|lớp)(?![\p{L}])/iu;
/** "Văn phòng chủ trì", "Chính: Văn phòng" before "Phối hợp: …". */
const LEAD_WORDS_AROUND =
  /^(?:chính|phụ trách(?:\s+chính)?|đầu mối|thực hiện)\s*:\s*|\s*\(?\s*(?:là\s+(?:đơn\s+vị|cơ\s+quan)\s+)?(?:chủ\s+trì|phụ\s+trách\s+chính)\s*\)?$/giu;
/** Marks in brackets say it whatever the header is. */
const ROLE_MARKS = /\(\s*(?:chủ\s+trì|CT|phối\s+hợp|PH)\s*\)/iu;
const LEAD_ONLY =
  /^(?:chủ\s+trì\s*:?\s+(.+)|(.+?)\s*\(?\s*(?:là\s+(?:đơn\s+vị|cơ\s+quan)\s+)?chủ\s+trì\s*\)?)$/isu;

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
  const before = trimUnits(text.slice(0, first.index)).replace(LEAD_WORDS_AROUND, '');
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
  const lead = trimUnits((match[1] ?? '').replace(/\s+là\s+(?:đơn\s+vị|cơ\s+quan)\s*$/iu, ''));
  const named = LEAD_ONLY.exec(lead);
  return {
    leadUnit: trimUnits(named?.[1] ?? named?.[2] ?? lead),
    coordinatingUnit: trimUnits(match[2] ?? ''),
    uncertain: false,
  };
}

/** Writes the other words for the two roles, and marks behind a unit, as the usual labels before it. */
function writeLabels(text: string): string {
  const marked = text
    .split(/(?<=\))\s*[,;\n]\s*|\n/u)
    .map((part) =>
      LEAD_MARK.test(part)
        ? `Chủ trì: ${part.replace(LEAD_MARK, '')}`
        : COORDINATING_MARK.test(part)
          ? `Phối hợp: ${part.replace(COORDINATING_MARK, '')}`
          : part,
    );
  const found = marked.filter((part) => /^(?:Chủ trì|Phối hợp): /u.test(part)).length;
  const isMarked = found > 1 || (found === 1 && marked.length === 1);
  return (isMarked ? marked.join('\n') : text)
    .replace(LEAD_WORD, 'Chủ trì:')
    .replace(COORDINATING_WORD, 'Phối hợp:');
}

function splitAtBareWord(text: string): SplitUnits | null {
  const match = COORDINATING_BARE.exec(text);
  const [leadUnit, coordinatingUnit] = [trimUnits(match?.[1] ?? ''), trimUnits(match?.[2] ?? '')];
  return leadUnit === '' || coordinatingUnit === '' ? null : { leadUnit, coordinatingUnit, uncertain: false };
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
  const isSplit = (found: string[]): boolean =>
    found.length === 2 && found.every((part) => trimUnits(part) !== '');
  const dashed = text.split(/\s+[-–]\s+/u);
  const parts = [text.split(/\s*\/\s*/u), text.split(/\s*;\s*/u)].find(isSplit);
  // "Phòng Văn hóa - Xã hội" is one name.
  const named = parts ?? (isSplit(dashed) && UNIT_START.test(trimUnits(dashed[1]!)) ? dashed : undefined);
  if (named)
    return { leadUnit: trimUnits(named[0]!), coordinatingUnit: trimUnits(named[1]!), uncertain: false };
  const several = /[,;/+&]|\s(?:và|[-–])\s/u.test(text);
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
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*["“]|["”]\s*$/gu, '').trim())
    .filter((line) => line !== '');
  const text = lines.join('\n');
  if (text === '') return null;
  const both = combined ? BOTH_ROLES.exec(text) : null;
  if (both) return { leadUnit: trimUnits(both[1]!), coordinatingUnit: '', uncertain: true };
  const labelled = combined || ROLE_MARKS.test(text) ? writeLabels(text) : text;
  const named =
    splitAtLabels(labelled) ?? splitAtWords(labelled) ?? (combined ? splitAtBareWord(text) : null);
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
