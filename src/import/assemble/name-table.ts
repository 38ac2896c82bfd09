import { splitAnnexLabel } from '../../annex/annex-label';
import { cleanText } from '../../shared/text';
import type { CandidateReading } from './read-candidate';

/** What a table is called where several are taken together. */
type TableName = {
  /** Stands before the numbers of its tasks: "PLII" for "Phụ lục II", else "B2" for the second table. */
  number: string;
  /** "Phụ lục II", the name of its sheet, else "Bảng 2". */
  label: string;
  /** The label with the title printed above the table. */
  title: string;
};

/** Names that Excel gives: they say nothing. */
const NO_NAME = /^(?:sheet|trang tính|trang_tính|bảng)\s*\d*$/iu;

/** Names a table by the annex it is printed under, by its sheet, else by its place in the document. */
export function nameTable({ candidate, edition, index }: CandidateReading): TableName {
  const { sheet } = candidate.place;
  const annex = candidate.titleLines.map((line) => splitAnnexLabel(cleanText(line)).number).findLast(Boolean);
  const named = sheet !== undefined && !NO_NAME.test(sheet.trim());
  const label = named ? cleanText(sheet) : annex !== undefined ? `Phụ lục ${annex}` : `Bảng ${index + 1}`;
  const printed = splitAnnexLabel(edition.title).title;
  return {
    number: !named && annex !== undefined ? `PL${annex}` : `B${index + 1}`,
    label,
    title: printed === '' || named ? label : `${label}: ${printed}`,
  };
}
