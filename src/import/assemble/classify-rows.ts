import type { AnnexRow } from '../../annex/compose-annex';
import { isFirstNumeral, type NumberLabel, type NumeralKind, parseLeadingLabel } from '../../annex/numbering';
import { toMatchKey } from '../../shared/text';
import type { ParsedRow } from './parse-table-rows';

/** An annex row with the gathered row it was made of; null for a section named in a column. */
export type ClassifiedRow = { row: AnnexRow; from: ParsedRow | null };

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

function isSectionRow(row: ParsedRow, next: NumberLabel | null, numberedSections: boolean): boolean {
  const { label, heading, spansColumns: across } = row;
  if (label === null) return heading !== null && (across || (next !== null && !isLettered(next)));
  if (hasNumeralKind(label, 'roman', 'capital')) return heading !== null || isNumberedBelow(label, next);
  if (heading === null) return false;
  return isNumberedBelow(label, next) || (across && !numberedSections);
}

/**
 * Classifies each row as a section or a task. Roman and capital numbers with only a title are sections; an
 * Arabic one only if what follows is numbered below it, because a task may have only its contents. A change
 * in the area column starts a new section.
 */
export function classifyRows(rows: readonly ParsedRow[]): ClassifiedRow[] {
  const numberedSections = hasNumberedSections(rows);
  const classified: ClassifiedRow[] = [];
  let area = '';
  rows.forEach((row, i) => {
    if (row.section !== '' && toSectionKey(row.section) !== area) {
      area = toSectionKey(row.section);
      classified.push({ row: createSectionRow(row), from: null });
    }
    const next = findNextLabel(rows, i);
    const { tt, texts, place, places: cellPlaces } = row;
    if (isSectionRow(row, next, numberedSections)) {
      const title = row.heading ?? texts.content;
      // The column that names the area on every row repeats the heading above.
      area = toSectionKey(title);
      classified.push({ row: { kind: 'section', number: tt, title, place }, from: row });
    } else classified.push({ row: { kind: 'task', tt, cells: texts, place, cellPlaces }, from: row });
  });
  return classified;
}

/** Returns the key of an area's title without its number. */
const toSectionKey = (title: string): string => toMatchKey(parseLeadingLabel(title)?.rest ?? title);

/** Finds the number of the next row that has one, up to the next heading. */
function findNextLabel(rows: readonly ParsedRow[], index: number): NumberLabel | null {
  for (let i = index + 1; i < rows.length; i++) {
    const row = rows[i];
    if (row && (row.label !== null || row.heading !== null)) return row.label;
  }
  return null;
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
