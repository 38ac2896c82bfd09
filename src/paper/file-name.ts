import { matchKey } from '../annex/text';

/** Longer names are cut: Windows counts the folder too. */
const LONGEST = 90;

/** A name of a .docx that every system and mail program takes: "phu-luc-truong-mam-non-hoa-cuc.docx". */
export function fileNameOf(parts: readonly string[]): string {
  const stem = matchKey(parts.filter((part) => part !== '').join(' ')).replace(/ /g, '-');
  return `${stem.slice(0, LONGEST).replace(/-$/, '')}.docx`;
}
