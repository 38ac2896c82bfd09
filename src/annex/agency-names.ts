import { toMatchKey } from '../shared/text';
import { isTitleLine, isUpperCase } from './read-title';

/** Words with which the name of an authority or a unit begins; keys. */
const AGENCY_START =
  /^(?:uy ban|ubnd|hoi dong|hdnd|truong|phong|so|bo|cuc|chi cuc|vu|vien|ban|trung tam|van phong|tinh|thanh pho|huyen|quan|thi xa|phuong|xa|dac khu|dang|dang bo|chi bo|dang uy|huyen uy|quan uy|thanh uy|tinh uy|cong an|cong ty|hoi|doan|lien doan|cong doan|nha|to|khoi|lien doi|chi doan|benh vien|tram|chinh phu|thu tuong|toa an|kho bac)(?: |$)/;
/** Begin as an agency's name does and are none. */
const NO_AGENCY =
  /^(?:ban hanh|ban giao|phong chong|to chuc|to trinh|khoi luong|phong ngua|so ket|so lieu|so do|hoi nghi|hoi thao|hoi thi|vu viec|bo sung|bo tieu chi|nha ve sinh|dang ky|dang tai|vien chuc|xa hoi|quan ly|quan triet|tinh hinh|dang nhap)(?: |$)/;

/** Returns true if a line begins as the name of an authority or a unit does. */
export function beginsAgency(line: string): boolean {
  const key = toMatchKey(line);
  return AGENCY_START.test(key) && !NO_AGENCY.test(key);
}

/** A name of an agency that goes on in the next line has no year and few words. */
const continuesAgency = (line: string): boolean => !/\d{4}/.test(line) && line.split(' ').length <= 8;

/** Names that say nothing without the place or the name in the next line; keys. */
const OPEN_NAME =
  /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|uy ban|truong(?: (?:mam non|mau giao|tieu hoc|trung hoc(?: co so| pho thong)?|thcs|thpt|th|mn|pho thong|cao dang|dai hoc))?)$/;
const isNameOpen = (name = ''): boolean => OPEN_NAME.test(toMatchKey(name));

/** "LỊCH" below "TRƯỜNG THCS NGUYỄN VĂN" and above the title ends a name that a narrow column breaks. */
const isNameRest = (line: string, isAboveTitle: boolean): boolean => isAboveTitle && !/\s/.test(line);

/** The office of who signs, below the name of the agency. */
const SIGNER_LINE = /^(?:PHÓ\s+)?(?:HIỆU TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|THỦ TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG)$/;

/** At most as many lines above a title name the agencies. */
const MAX_AGENCY_LINES = 6;

/**
 * Finds the agencies: lines in capitals above the title that begin as the name of an authority or a unit does. A
 * line after one that does not continues it; lines before the first (the menu of a site, labels) are skipped.
 *
 * @param title index of the line that says what the document is, or -1
 */
export function findAgencies(lines: readonly string[], title: number): { agencies: string[]; end: number } {
  const agencies: string[] = [];
  const isAgency = (line: string): boolean => isUpperCase(line) && beginsAgency(line);
  const from = Math.max(0, lines.slice(0, Math.max(0, title)).findIndex(isAgency));
  let end = 0;
  for (const [index, line] of [...lines.entries()].slice(from, from + MAX_AGENCY_LINES)) {
    if (!isUpperCase(line) || (isTitleLine(line) && !isNameRest(line, index < title))) break;
    if (SIGNER_LINE.test(line)) {
      end = index + 1;
      continue;
    }
    if (beginsAgency(line) && !isNameOpen(agencies.at(-1))) agencies.push(line);
    else if (agencies.length === 0) continue;
    else if (continuesAgency(line)) agencies.push(`${agencies.pop() ?? ''} ${line}`);
    else break;
    end = index + 1;
  }
  return { agencies, end };
}

/** Returns true if a line above the title is the name of a unit, as the add-in's own workbooks print it. */
export function isUnitName(line: string): boolean {
  return (
    !isUpperCase(line) &&
    beginsAgency(line) &&
    !/(?:nhiệm vụ|kế hoạch|phân công|thực hiện|danh mục|báo cáo)/iu.test(line)
  );
}
