import type { BookRow, SummaryLines } from './school-book';
import { areaLabel } from './school-book';

/** So many lead units get a line of their own; the rest is counted in "(khác)". */
const MOST_LEAD_UNITS = 60;
const MOST_AREAS = 60;

/** Excel compares texts without case; two spellings that differ only in case are one line. */
const sameText = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');

const SECTION = /^([\p{L}\d]{1,12})\.(?:\s+|$)/u;

/**
 * The section number and title of an area cell ("IV. Cải cách …"). A number is only read where the label that is
 * made from both parts gives the very same text back, so that comparing with the label finds the cell.
 */
export function readAreaLabel(area: string): { section: string; title: string } {
  const section = SECTION.exec(area)?.[1] ?? '';
  const title = section === '' ? area : area.slice(section.length + 1).trimStart();
  return areaLabel(section, title) === area ? { section, title } : { section: '', title: area };
}

function distinct(texts: readonly string[]): { text: string; count: number }[] {
  const found = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    const entry = found.get(sameText(text));
    if (entry) entry.count += 1;
    else found.set(sameText(text), { text, count: 1 });
  }
  return [...found.values()];
}

/** Areas in the order of the table; lead units by number of tasks, the blank one last. Rows without content do not count. */
export function summaryLinesOf(rows: readonly BookRow[]): SummaryLines {
  const tasks = rows.filter(({ cells }) => cells.content !== '');
  const leadUnits = distinct(tasks.map(({ cells }) => String(cells.leadUnit))).sort(
    (a, b) => Number(a.text === '') - Number(b.text === '') || b.count - a.count,
  );
  return {
    areas: distinct(tasks.map(({ cells }) => String(cells.area)))
      .slice(0, MOST_AREAS)
      .map(({ text }) => readAreaLabel(text)),
    leadUnits: leadUnits.slice(0, MOST_LEAD_UNITS).map(({ text }) => text),
  };
}
