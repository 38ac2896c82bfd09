import type { Problem, ProblemLocation } from '../../annex/problem';
import { isFirstNumeral, parseLeadingLabel, type NumberLabel } from '../../annex/numbering';
import { TASK_CELL_FIELDS, type TaskCellField } from '../../annex/task-cells';
import { joinText, toMatchKey } from '../../annex/text';
import { isHeaderCell, isIndexRow, repeatsHeader, type Header } from './find-header';
import type { Grid } from './grid';
import { isPageNumber, isRemark } from './row-kinds';
import { viewRow, type RowView } from './row-view';

/** Parts of one annex in reading order: stretches of table rows, and headings printed between tables. */
export type Part =
  | { type: 'rows'; grid: Grid; header: Header; from: number; to: number }
  | { type: 'heading'; text: string; place: ProblemLocation };

/** A row of the annex, put together from one or more rows of the source. */
export type GatheredRow = {
  label: NumberLabel | null;
  tt: string;
  texts: Record<TaskCellField, string>;
  places: Partial<Record<TaskCellField, ProblemLocation>>;
  place: ProblemLocation;
  /** A title merged across or alone in its row; such a row can be a section or a task without further words. */
  heading: string | null;
  across: boolean;
  /** The area named in a column of its own. */
  section: string;
  /** Source rows, in order. */
  pieces: ProblemLocation[];
  /** The first piece joined because a page or the writer had cut the row. */
  joinedAt: ProblemLocation | null;
};

type Viewed = { view: RowView; pageTop: boolean } | { heading: string; place: ProblemLocation };

/** All rows that say something, without repeated headers, rows of column numbers and page numbers. */
function viewAll(parts: readonly Part[]): Viewed[] {
  const viewed: Viewed[] = [];
  let pageTop = false;
  for (const part of parts) {
    if (part.type === 'heading') {
      viewed.push({ heading: part.text, place: part.place });
      pageTop = false;
      continue;
    }
    const { grid, header } = part;
    let headerRows = 0;
    for (let row = part.from; row < part.to; row++) {
      const cells = grid.cellsOf(row);
      if (cells.length === 0) continue;
      const goesOn = headerRows > 0 && cells.every((cell) => isHeaderCell(header, cell));
      if (
        goesOn ||
        isIndexRow(cells) ||
        repeatsHeader(grid, row, header) ||
        isMarkedHeader(grid, row, header)
      ) {
        headerRows = goesOn ? headerRows - 1 : header.last - header.first;
        pageTop = true;
        continue;
      }
      headerRows = 0;
      const view = viewRow(grid, header, row);
      if (isPageNumber(view)) {
        pageTop = true;
        continue;
      }
      viewed.push({ view, pageTop: pageTop || view.startsPage });
      pageTop = false;
    }
    pageTop = true;
  }
  return viewed;
}

/** The source marks the row as a heading, and it lies among the header's own rows. */
function isMarkedHeader(grid: Grid, row: number, header: Header): boolean {
  return !header.guessed && grid.rows[row]?.header === true && row <= header.last;
}

function labelOf(viewed: Viewed): NumberLabel | null {
  return 'view' in viewed ? viewed.view.label : (parseLeadingLabel(viewed.heading)?.label ?? null);
}

/** What numbered rows look like in their unit columns: tells a row without a number from the rest of the one above. */
type Usual = { leads: Set<string>; coordinating: Set<string>; mostlyUnnumbered: boolean };

function usualOf(viewed: readonly Viewed[]): Usual {
  const usual: Usual = { leads: new Set(), coordinating: new Set(), mostlyUnnumbered: false };
  let numbered = 0;
  let written = 0;
  for (const one of viewed) {
    if (!('view' in one) || one.view.texts.content === '') continue;
    if (one.view.heading === null) written++;
    if (!one.view.label || one.view.heading !== null) continue;
    numbered++;
    usual.leads.add(toMatchKey(one.view.texts.leadUnit));
    usual.coordinating.add(toMatchKey(one.view.texts.coordinatingUnit));
  }
  usual.mostlyUnnumbered = numbered < written * 0.2;
  return usual;
}

/** A row without a number that is nevertheless a task of its own: contents that begin, and whole units. */
function looksWhole({ texts, broughtDown }: RowView, usual: Usual): boolean {
  if (texts.content === '' || broughtDown.has('content')) return false;
  if (usual.mostlyUnnumbered) return true;
  if (!/^[^\p{L}]*\p{Lu}/u.test(texts.content)) return false;
  const isUsual = (field: 'leadUnit' | 'coordinatingUnit', known: Set<string>): boolean =>
    texts[field] !== '' && !broughtDown.has(field) && known.has(toMatchKey(texts[field]));
  return isUsual('leadUnit', usual.leads) && isUsual('coordinatingUnit', usual.coordinating);
}

const beginsLower = (text: string): boolean => /^[^\p{L}]*\p{Ll}/u.test(text);

function goesOn(
  view: RowView,
  pageTop: boolean,
  last: GatheredRow | undefined,
  next: NumberLabel | null,
  usual: Usual,
): boolean {
  if (!last) return false;
  if (view.broughtDown.has('tt')) return true;
  if (view.label !== null) return false;
  if (view.continues) return true;
  if (view.heading !== null) {
    if (last.heading !== null && last.label !== null)
      return !view.across || pageTop || beginsLower(view.heading);
    if (view.across) return false;
    const newSection =
      next?.readings.some((reading) => reading.kind === 'arabic' && isFirstNumeral(reading)) ?? false;
    return !newSection || beginsLower(view.heading);
  }
  return pageTop || !looksWhole(view, usual);
}

export type Gathered = { rows: GatheredRow[]; warnings: Problem[] };

/**
 * Puts the rows of an annex together: what a page end or a writer has cut is joined to the row it belongs to, cells
 * merged downwards are filled in, and rows that are no part of the annex (totals, legends) are named in a warning.
 */
export function gatherRows(parts: readonly Part[]): Gathered {
  const viewed = viewAll(parts);
  const usual = usualOf(viewed);
  const rows: GatheredRow[] = [];
  const warnings: Problem[] = [];
  viewed.forEach((one, i) => {
    if (!('view' in one)) {
      rows.push(headingRow(one.heading, one.place));
      return;
    }
    const { view, pageTop } = one;
    const last = rows.at(-1);
    const next = viewed[i + 1] ? labelOf(viewed[i + 1] as Viewed) : null;
    if (last && goesOn(view, pageTop, last, next, usual)) {
      rows[rows.length - 1] = joinRow(last, view);
    } else if (isRemark(view)) {
      const text = view.cells.map((cell) => cell.text).join(' ');
      warnings.push({ code: 'rows-skipped', severity: 'warning', place: view.place, details: { text } });
    } else rows.push(startRow(view));
  });
  return { rows, warnings };
}

function blankTexts(): Record<TaskCellField, string> {
  return Object.fromEntries(TASK_CELL_FIELDS.map((field) => [field, ''])) as Record<TaskCellField, string>;
}

function headingRow(text: string, place: ProblemLocation): GatheredRow {
  const leading = parseLeadingLabel(text);
  const title = leading?.rest ?? text;
  return {
    label: leading?.label ?? null,
    tt: leading?.label.text ?? '',
    texts: { ...blankTexts(), content: title },
    places: {},
    place,
    heading: title,
    across: true,
    section: '',
    pieces: [place],
    joinedAt: null,
  };
}

function startRow(view: RowView): GatheredRow {
  return {
    label: view.label,
    tt: view.tt,
    texts: view.heading === null ? view.texts : { ...blankTexts(), ...view.texts, content: view.heading },
    places: view.places,
    place: view.place,
    heading: view.heading,
    across: view.across,
    section: view.section,
    pieces: [view.place],
    joinedAt: null,
  };
}

/** A unit that is printed again after the page break is not a second one. */
function printedAgain(field: TaskCellField, before: string, after: string): boolean {
  return (field === 'leadUnit' || field === 'coordinatingUnit') && toMatchKey(before) === toMatchKey(after);
}

/** Cells that stand below each other beside one number: several products, several times. */
function listText(before: string, after: string): string {
  return before === '' || /[.,;:]$/.test(before) ? joinText(before, after) : `${before}; ${after}`;
}

function joinRow(row: GatheredRow, view: RowView): GatheredRow {
  const texts = { ...row.texts };
  const byMerge = view.broughtDown.has('tt');
  for (const field of TASK_CELL_FIELDS) {
    const more = view.texts[field];
    if (more === '' || view.broughtDown.has(field) || printedAgain(field, texts[field], more)) continue;
    texts[field] = byMerge ? listText(texts[field], more) : joinText(texts[field], more);
  }
  const stillHeading = row.heading !== null && view.heading !== null;
  return {
    ...row,
    texts,
    heading: stillHeading ? joinText(row.heading ?? '', view.heading ?? '') : null,
    pieces: [...row.pieces, view.place],
    joinedAt: row.joinedAt ?? (byMerge ? null : view.place),
  };
}
