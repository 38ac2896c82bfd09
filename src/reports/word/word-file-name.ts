import { toMatchKey } from '../../shared/text';

/** Longer names are cut: Windows counts the folder too. */
const MAX_STEM_LENGTH = 90;

/** Returns a .docx name that every system and mail program accepts: "phu-luc-truong-mam-non-hoa-cuc.docx". */
export function toWordFileName(parts: readonly string[]): string {
  const stem = toMatchKey(parts.filter((part) => part !== '').join(' ')).replace(/ /g, '-');
  return `${stem.slice(0, MAX_STEM_LENGTH).replace(/-$/, '')}.docx`;
}
