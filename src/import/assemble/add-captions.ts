import { isNextNumeral, type Numeral, parseLeadingLabel } from '../../annex/numbering';
import { isTitleLine } from '../../annex/read-title';
import { cleanText, toMatchKey } from '../../shared/text';
import { isRepeatedHeader } from './find-header';
import type { TablePart } from './parse-table-rows';
import { readRowView } from './read-row-view';
import type { TableCandidate } from './table-candidate';

/** Gives what is printed right above tables to them: as the title of their first section, or as their heading. */
export function addCaptions(found: readonly TableCandidate[]): TableCandidate[] {
  const headed = found.map(addFirstHeading);
  return headed.map((candidate): TableCandidate => {
    const { caption, heading, titleLines, place } = candidate;
    const isOneOfSome = found.some(
      (other) => other.place.sheet === place.sheet && isAlike(caption, other.caption),
    );
    if (heading || !isOneOfSome || isTitleLine(caption) || !endsWith(titleLines, caption)) return candidate;
    return { ...candidate, heading: { text: caption, place }, titleLines: titleLines.slice(0, -1) };
  });
}

const endsWith = (lines: readonly string[], line: string): boolean => cleanText(lines.at(-1) ?? '') === line;

const getFirstWord = (text: string): string => toMatchKey(text).split(' ')[0] ?? '';

/** Returns true for two captions of one kind: "KHỐI CHUYÊN MÔN" and "KHỐI HÀNH CHÍNH". */
const isAlike = (one: string, other: string): boolean =>
  one !== '' && one !== other && getFirstWord(one) === getFirstWord(other);

/** Finds the number of the first section of a table: that of a title between its parts, or of a row. */
function findFirstSection(parts: readonly TablePart[]): readonly Numeral[] {
  for (const part of parts) {
    if (part.kind === 'heading') return parseLeadingLabel(part.text)?.label.readings ?? [];
    for (let row = part.from; row < part.to; row++) {
      const { heading, label } = readRowView(part.grid, part.header, row);
      if (heading !== null && label) return label.readings;
    }
  }
  return [];
}

/**
 * Adds the title printed before the first table if each section has a table of its own. A title whose number
 * is no part of the sequence between the tables is the number of a chapter.
 */
function addFirstHeading(candidate: TableCandidate): TableCandidate {
  const { heading, parts, titleLines } = candidate;
  if (!heading) return addFirstCaption(candidate);
  const readings = (text: string): Numeral[] => parseLeadingLabel(text)?.label.readings ?? [];
  const next = findFirstSection(parts);
  const counts = readings(heading.text).some((one) => next.some((other) => isNextNumeral(one, other)));
  if (!counts) return candidate;
  return {
    ...candidate,
    titleLines: titleLines.slice(0, -1),
    parts: [{ kind: 'heading', ...heading }, ...parts],
  };
}

/** Adds the caption of a table as the title of its first rows, if one like it follows: "THÁNG 9", "THÁNG 10". */
function addFirstCaption(candidate: TableCandidate): TableCandidate {
  const { caption, parts, titleLines, place } = candidate;
  if (!isAlike(caption, findFirstCaption(parts)) || !endsWith(titleLines, caption)) return candidate;
  return {
    ...candidate,
    titleLines: titleLines.slice(0, -1),
    parts: [{ kind: 'heading', text: caption, place }, ...parts],
  };
}

/** Finds the words alone in a row above the first header that is printed again; '' if there are none. */
function findFirstCaption(parts: readonly TablePart[]): string {
  for (const part of parts) {
    if (part.kind === 'heading') return '';
    for (let row = part.from + 1; row < part.to; row++) {
      const above = part.grid.getCells(row - 1);
      if (above.length === 1 && isRepeatedHeader(part.grid, row, part.header)) return above[0]!.text;
    }
  }
  return '';
}
