import type { AnnexRow } from '../../annex/compose-annex';
import { isFirstNumeral, parseLeadingLabel, type NumberLabel, type NumeralKind } from '../../annex/numbering';
import { toMatchKey } from '../../annex/text';
import type { GatheredRow } from './gather-rows';

/** An annex row with the gathered row it was made of; null for a section named in a column. */
export type ToldRow = { row: AnnexRow; from: GatheredRow | null };

function has(label: NumberLabel | null, ...kinds: NumeralKind[]): boolean {
  return label?.readings.some(({ kind }) => kinds.includes(kind)) ?? false;
}

/** True when `next` numbers something below `label`: 3.1 or a) below 3, 1 below anything. */
function isBelow(label: NumberLabel, next: NumberLabel | null): boolean {
  if (!next) return false;
  if (next.prefix.join('.') === label.text && next.prefix.length > 0) return true;
  const first = next.readings.find(isFirstNumeral);
  if (!first || next.prefix.length > 0) return false;
  if (first.kind === 'small') return has(label, 'arabic');
  return first.kind === 'arabic';
}

/** Does the table have sections with Roman or capital numbers? Then an Arabic number alone is a task's. */
function hasNumberedSections(rows: readonly GatheredRow[]): boolean {
  return rows.some(({ heading, label }) => heading !== null && has(label, 'roman', 'capital'));
}

function isSection(row: GatheredRow, next: NumberLabel | null, numberedSections: boolean): boolean {
  const { label, heading, across } = row;
  if (label === null) return heading !== null && (across || (next?.readings.some(isFirstNumeral) ?? false));
  if (has(label, 'roman', 'capital')) return heading !== null || isBelow(label, next);
  if (heading === null) return false;
  return isBelow(label, next) || (across && !numberedSections);
}

/**
 * Tells sections from tasks. Roman and capital numbers with nothing but a title are sections; an Arabic one only when
 * what follows is numbered below it, for a task may have nothing but its contents. An area named in a column begins a
 * section wherever it changes.
 */
export function tellSections(rows: readonly GatheredRow[]): ToldRow[] {
  const numberedSections = hasNumberedSections(rows);
  const told: ToldRow[] = [];
  let area = '';
  rows.forEach((row, i) => {
    if (row.section !== '' && toMatchKey(row.section) !== area) {
      area = toMatchKey(row.section);
      told.push({ row: areaRow(row), from: null });
    }
    const next = labelAfter(rows, i);
    const { tt, texts, place, places: cellPlaces } = row;
    told.push(
      isSection(row, next, numberedSections)
        ? { row: { kind: 'section', number: tt, title: row.heading ?? texts.content, place }, from: row }
        : { row: { kind: 'task', tt, cells: texts, place, cellPlaces }, from: row },
    );
  });
  return told;
}

/** The number of the next row that has one, up to the next heading. */
function labelAfter(rows: readonly GatheredRow[], index: number): NumberLabel | null {
  for (let i = index + 1; i < rows.length; i++) {
    const row = rows[i];
    if (row && (row.label !== null || row.heading !== null)) return row.label;
  }
  return null;
}

function areaRow({ section, place }: GatheredRow): AnnexRow {
  const leading = parseLeadingLabel(section);
  return {
    kind: 'section',
    number: leading?.label.text ?? '',
    title: leading?.rest ?? section,
    place,
  };
}
