import { parseSectionLabel } from '../../annex/section-label';
import { foldCase } from '../../shared/text';
import { type SummaryLines, type TaskTableRow } from '../school-workbook';

/** So many lead units get a line of their own; the rest is counted in "(khác)". */
const MAX_LEAD_UNITS = 60;
const MAX_SECTIONS = 60;

function countDistinctTexts(texts: readonly string[]): { text: string; count: number }[] {
  const found = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    const entry = found.get(foldCase(text));
    if (entry) entry.count += 1;
    else found.set(foldCase(text), { text, count: 1 });
  }
  return [...found.values()];
}

/** Areas in the order of the table; lead units by number of tasks, the blank one last. Rows without content do not count. */
export function buildSummaryLines(rows: readonly TaskTableRow[]): SummaryLines {
  const tasks = rows.filter(({ cells }) => cells.content !== '');
  const leadUnits = countDistinctTexts(tasks.map(({ cells }) => String(cells.leadUnit))).sort(
    (a, b) => Number(a.text === '') - Number(b.text === '') || b.count - a.count,
  );
  return {
    areas: countDistinctTexts(tasks.map(({ cells }) => String(cells.area)))
      .slice(0, MAX_SECTIONS)
      .map(({ text }) => parseSectionLabel(text)),
    leadUnits: leadUnits.slice(0, MAX_LEAD_UNITS).map(({ text }) => text),
  };
}
