import { toMatchKey } from '../shared/text';
import { beginsAgency } from './agency-names';
import { NUMBER_LINE, stripMarkup } from './letterhead';
import { isTitleLine, isUpperCase } from './read-title';

/** So many lines above the number of a document at most belong to its letterhead. */
const MAX_LETTERHEAD_LINES = 10;
/** What stands in a letterhead besides names in capitals; keys. */
const LETTERHEAD_LINE = /^(?:cong hoa xa hoi|chu nghia viet nam|viet nam|doc lap tu do|.*ngay .*thang .*nam)/;
const STATE_LINE = /^cong hoa xa hoi(?: |$)/;
/** Entries of a site's menu and what it prints around an article; keys. */
const SITE_LINE =
  /^(?:trang chu(?: .*)?|gioi thieu|tin tuc(?: su kien)?|lien he|dang nhap|dang ky|tim kiem|thu vien anh|album|video|so do trang|in bai viet|chia se|in trang|gui email|(?:ngay dang|dang ngay|luot xem|so luot xem|tac gia|nguon tin|cap nhat)(?: .*)?)$/;

/**
 * Leaves out what a web page prints above a document: its menu, its other news. A letterhead begins with the agency or
 * the name of the state right above the number, and the title follows it; where there is no number, the lines are told
 * by their words.
 */
export function skipSiteMenu(lines: readonly string[]): readonly string[] {
  const own = lines.map(stripMarkup);
  const start = findLetterheadStart(own);
  if (start > 0) return lines.slice(start);
  const keys = own.map(toMatchKey);
  return keys.some((key) => /^trang chu(?: |$)/.test(key))
    ? lines.filter((_, index) => !SITE_LINE.test(keys[index]!))
    : lines;
}

/** Returns where the letterhead around a number begins; 0 where there is none with a title below it. */
function findLetterheadStart(lines: readonly string[]): number {
  const number = lines.findIndex((line) => NUMBER_LINE.test(line));
  if (number < 0 || !lines.slice(number).some((line) => isUpperCase(line) && isTitleLine(line))) return 0;
  const isPart = (line: string): boolean =>
    isUpperCase(line) || !/\p{L}/u.test(line) || LETTERHEAD_LINE.test(toMatchKey(line));
  let top = number;
  while (top > Math.max(0, number - MAX_LETTERHEAD_LINES) && isPart(lines[top - 1]!)) top--;
  const first = lines
    .slice(top, number)
    .findIndex((line) => STATE_LINE.test(toMatchKey(line)) || (isUpperCase(line) && beginsAgency(line)));
  return first < 0 ? 0 : top + first;
}
