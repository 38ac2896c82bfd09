import { splitAnnexLabel } from '../../annex/annex-label';
import { parseLeadingLabel } from '../../annex/numbering';
import { cleanText } from '../../shared/text';
import type { CandidateReading } from './read-candidate';

/** What a table is called where several are taken together. */
export type TableName = {
  /** Stands before the numbers of its tasks: "PLII" for "Phụ lục II", else "B2" for the second table. */
  number: string;
  /** "Phụ lục II", the name of its sheet, else "Bảng 2". */
  label: string;
  /** The label with the title printed above the table. */
  title: string;
};

/**
 * Names tables that stand under headings "I. …", "II. …" by these.
 *
 * @returns null where one has none, or two have the same number
 */
export function nameByHeadings(readings: readonly CandidateReading[]): TableName[] | null {
  const names = readings.flatMap(({ candidate, index }): TableName[] => {
    const text = candidate.heading?.text ?? '';
    const leading = parseLeadingLabel(text);
    if (leading) return [{ number: leading.label.text, label: leading.rest, title: leading.rest }];
    return text === '' ? [] : [{ number: `B${index + 1}`, label: text, title: text }];
  });
  const isComplete = names.length === readings.length;
  return isComplete && new Set(names.map(({ number }) => number)).size === names.length ? names : null;
}

/** Names that Excel gives: they say nothing. */
const NO_NAME = /^(?:sheet|trang tính|trang_tính|bảng)\s*\d*$/iu;

/**
 * Names a table by the annex it is printed under, by its sheet, else by its place in the document. Its caption is
 * added unless its sheet names it already.
 *
 * @param others all tables that its name must differ from
 */
export function nameTable(
  { candidate, edition, index }: CandidateReading,
  others: readonly CandidateReading[],
): TableName {
  const { sheet } = candidate.place;
  const isAlone = others.filter((other) => other.candidate.place.sheet === sheet).length <= 1;
  const annex = candidate.titleLines.map((line) => splitAnnexLabel(cleanText(line)).number).findLast(Boolean);
  const named = sheet !== undefined && !NO_NAME.test(sheet.trim());
  const label = named ? cleanText(sheet) : annex !== undefined ? `Phụ lục ${annex}` : `Bảng ${index + 1}`;
  const printed = candidate.heading?.text ?? splitAnnexLabel(edition.title).title;
  return {
    number: !named && annex !== undefined ? `PL${annex}` : `B${index + 1}`,
    label,
    title: printed === '' || (named && isAlone) ? label : `${label}: ${printed}`,
  };
}
