import type { AnnexRow } from '../../annex/compose-annex';
import { isFirstNumeral, type NumberLabel, type NumeralKind, parseLeadingLabel } from '../../annex/numbering';
import { toMatchKey } from '../../shared/text';
import type { ParsedRow } from './parse-table-rows';

/** An annex row with the gathered row it was made of; null for a section named in a column. */
export type ClassifiedRow = {
  row: AnnexRow;
  from: ParsedRow | null;
  /** Words alone among numbered rows: a heading, or a task of which no more is said. */
  guessed?: boolean;
};

function hasNumeralKind(label: NumberLabel | null, ...kinds: NumeralKind[]): boolean {
  return label?.readings.some(({ kind }) => kinds.includes(kind)) ?? false;
}

/** Returns true if `next` numbers something below `label`: 3.1 or a) below 3, 1 below anything. */
function isNumberedBelow(label: NumberLabel, next: NumberLabel | null): boolean {
  if (!next) return false;
  if (next.prefix.join('.') === label.text && next.prefix.length > 0) return true;
  const first = next.readings.find(isFirstNumeral);
  if (!first || next.prefix.length > 0) return false;
  if (first.kind === 'small') return hasNumeralKind(label, 'arabic');
  return first.kind === 'arabic';
}

/**
 * Returns true if the table has sections with Roman or capital numbers: then an Arabic number alone is a
 * task's.
 */
function hasNumberedSections(rows: readonly ParsedRow[]): boolean {
  return rows.some(({ heading, label }) => heading !== null && hasNumeralKind(label, 'roman', 'capital'));
}

/** a), b) number parts of a task. */
const isLettered = (label: NumberLabel): boolean => label.readings.every(({ kind }) => kind === 'small');

function isSectionRow(row: ParsedRow, next: NextRow, numberedSections: boolean): boolean {
  const { label, heading, spansColumns: across } = row;
  if (label === null) return heading !== null && (across || (!numberedSections && isHeadingAbove(next)));
  if (hasNumeralKind(label, 'roman', 'capital'))
    return heading !== null || isNumberedBelow(label, next.label);
  if (heading === null) return false;
  return isNumberedBelow(label, next.label) || hasBulletBelow(next) || (across && !numberedSections);
}

/** Returns true if a row with "-" in place of a number follows, which is a part of what stands above it. */
const hasBulletBelow = ({ row }: NextRow): boolean =>
  row?.heading === null && row.label === null && /^[-–+•*]$/.test(row.tt.trim());

/** Returns true if a title without a number can head what follows: a task, with a number or in a table without any. */
function isHeadingAbove({ label, row, numbered }: NextRow): boolean {
  return label === null ? row !== undefined && !numbered : !isLettered(label);
}

/**
 * Classifies each row as a section or a task. Roman and capital numbers with only a title are sections; an
 * Arabic one only if what follows is numbered below it, because a task may have only its contents. A change
 * in the area column starts a new section.
 */
export function classifyRows(rows: readonly ParsedRow[]): ClassifiedRow[] {
  const numberedSections = hasNumberedSections(rows);
  const numbered = rows.some(({ label }) => label !== null);
  // A table that begins with a heading without a number has more of them.
  const headed = rows[0]?.heading !== null && rows[0]?.label === null;
  const classified: ClassifiedRow[] = [];
  let area = '';
  rows.forEach((row, i) => {
    if (row.section !== '' && toSectionKey(row.section) !== area) {
      area = toSectionKey(row.section);
      classified.push({ row: createSectionRow(row), from: null });
    }
    const next = findNextRow(rows, i, numbered);
    const { tt, texts, place, places: cellPlaces } = row;
    if (isSectionRow(row, next, numberedSections)) {
      const title = row.heading ?? texts.content;
      // The column that names the area on every row repeats the heading above.
      area = toSectionKey(title);
      const startsOver = next.label?.readings.some(isFirstNumeral) ?? false;
      const guessed = row.label === null && !row.spansColumns && !headed && !startsOver;
      classified.push({ row: { kind: 'section', number: tt, title, place }, from: row, guessed });
    } else classified.push({ row: { kind: 'task', tt, cells: texts, place, cellPlaces }, from: row });
  });
  return classified;
}

/** Returns the key of an area's title without its number. */
const toSectionKey = (title: string): string => toMatchKey(parseLeadingLabel(title)?.rest ?? title);

/** The next row that has a number or more than a title. */
type NextRow = {
  label: NumberLabel | null;
  row: ParsedRow | undefined;
  /** The table numbers its tasks. */
  numbered: boolean;
};

function findNextRow(rows: readonly ParsedRow[], index: number, numbered: boolean): NextRow {
  for (let i = index + 1; i < rows.length; i++) {
    const row = rows[i];
    if (row && (row.label !== null || row.heading === null || row.spansColumns))
      return { label: row.label, row, numbered };
  }
  return { label: null, row: undefined, numbered };
}

function createSectionRow({ section, place }: ParsedRow): AnnexRow {
  const leading = parseLeadingLabel(section);
  return {
    kind: 'section',
    number: leading?.label.text ?? '',
    title: leading?.rest ?? section,
    place,
  };
}
