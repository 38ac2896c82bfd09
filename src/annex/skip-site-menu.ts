import { toMatchKey } from '../shared/text';
import { beginsAgency } from './agency-names';
import { NUMBER_LINE, stripMarkup } from './letterhead';
import { isAnnexLabel, isTitleLine, isUpperCase } from './read-title';

/** So many lines above the number of a document at most belong to its letterhead. */
const MAX_LETTERHEAD_LINES = 10;
/** What stands in a letterhead besides names in capitals; keys. */
const LETTERHEAD_LINE = /^(?:cong hoa xa hoi|chu nghia viet nam|viet nam|doc lap tu do|.*ngay .*thang .*nam)/;
const STATE_LINE = /^cong hoa xa hoi(?: |$)/;
/** Entries of a site's menu and what it prints around an article; keys. */
const SITE_LINE =
  /^(?:trang chu(?: .*)?|gioi thieu|tin tuc(?: su kien)?|lien he|dang nhap|dang ky|tim kiem|thu vien anh|album|video|so do trang|in bai viet|chia se|in trang|gui email|(?:ngay dang|dang ngay|luot xem|so luot xem|tac gia|nguon tin|cap nhat)(?: .*)?)$/;

/** A line of what stands above a mail; the key. */
const MAIL_LINE =
  /^(?:tu|den|cc|bcc|ngay|ngay gui|da gui|chu de|tieu de|tep dinh kem|dinh kem|from|to|date|sent|subject|attachments?)$/;

const isMailLine = (line: string): boolean =>
  line.includes(':') && MAIL_LINE.test(toMatchKey(line.split(':')[0] ?? ''));

/** Leaves out the head of a mail and its greeting, up to the first line in capitals, above which nothing is of the document. */
function skipMailHead(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const head = lines.slice(first).findIndex((line) => !isMailLine(line));
  if (first < 0 || head < MIN_MAIL_LINES) return lines;
  const below = lines.slice(first + head);
  const title = below.findIndex((line) => isUpperCase(line) && line.trim().split(/\s+/).length > 2);
  return below.slice(Math.max(0, title));
}

/** Lines that make the head of a mail. */
const MIN_MAIL_LINES = 3;

/**
 * Leaves out what a web page prints above a document: its menu, its other news. A letterhead begins with the agency or
 * the name of the state right above the number, and the title follows it; else it begins
 * with the first agency in capitals above a title, or the lines are recognised by their words.
 */
export function skipSiteMenu(page: readonly string[]): readonly string[] {
  const lines = skipMailHead(page);
  const own = lines.map(stripMarkup);
  const start = findLetterheadStart(own);
  if (start > 0) return lines.slice(start);
  const agency = own.findIndex((line) => isUpperCase(line) && beginsAgency(line));
  if (agency > 0 && own.slice(0, agency).every(isFurniture) && hasTitle(own.slice(agency)))
    return lines.slice(agency);
  const keys = own.map(toMatchKey);
  if (!keys.some((key) => /(?:^|^menu )trang chu(?: |$)/.test(key))) return lines;
  const title = own.findIndex((line) => isUpperCase(line) && isTitleLine(line));
  return title > 0 && own.slice(0, title).every(isFurniture)
    ? lines.slice(title)
    : lines.filter((_, index) => !SITE_LINE.test(keys[index]!));
}

/** Returns true for a line above a letterhead that says nothing of the document. */
const isFurniture = (line: string): boolean =>
  !isUpperCase(line) && !isAnnexLabel(line) && !/kèm theo|^số\s*:?\s*\d/iu.test(line);

const hasTitle = (lines: readonly string[]): boolean =>
  lines.some((line) => isUpperCase(line) && isTitleLine(line));

/** Returns where the letterhead around a number begins; 0 where there is none with a title below it. */
function findLetterheadStart(lines: readonly string[]): number {
  const number = lines.findIndex((line) => NUMBER_LINE.test(line));
  if (number < 0 || !hasTitle(lines.slice(number))) return 0;
  const isPart = (line: string): boolean =>
    isUpperCase(line) || !/\p{L}/u.test(line) || LETTERHEAD_LINE.test(toMatchKey(line));
  let top = number;
  while (top > Math.max(0, number - MAX_LETTERHEAD_LINES) && isPart(lines[top - 1]!)) top--;
  const first = lines
    .slice(top, number)
    .findIndex((line) => STATE_LINE.test(toMatchKey(line)) || (isUpperCase(line) && beginsAgency(line)));
  return first < 0 ? 0 : top + first;
}
