import { isFirstNumeral, type NumberLabel, parseLeadingLabel } from '../../annex/numbering';
import { TASK_CELL_FIELDS, type TaskCellField } from '../../annex/task-cells';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import { joinLines, joinText, toMatchKey } from '../../shared/text';
import type { Grid } from './build-grid';
import { isColumnNumberRow, isHeaderCell, isRepeatedHeader, type TableHeader } from './find-header';
import { readRowView, type RowView } from './read-row-view';
import { detectTableEnd, isPageNumberRow, isRemarkRow } from './row-kinds';

/** Parts of one annex in reading order: runs of table rows, and headings printed between tables. */
export type TablePart =
  | { kind: 'rows'; grid: Grid; header: TableHeader; from: number; to: number }
  | { kind: 'heading'; text: string; place: ProblemLocation };

/** A row of the annex, put together from one or more rows of the source. */
export type ParsedRow = {
  label: NumberLabel | null;
  tt: string;
  texts: Record<TaskCellField, string>;
  places: Partial<Record<TaskCellField, ProblemLocation>>;
  place: ProblemLocation;
  /** A title merged across or alone in its row; such a row can be a section or a task without further words. */
  heading: string | null;
  spansColumns: boolean;
  /** The area named in a column of its own. */
  section: string;
  /** Source rows, in order. */
  sourceRows: ProblemLocation[];
  /** The first piece joined because a page or the writer had cut the row. */
  joinedAt: ProblemLocation | null;
};

type ViewedRow = { view: RowView; pageTop: boolean } | { heading: string; place: ProblemLocation };

/** Returns all rows with content, without repeated headers, rows of column numbers and page numbers. */
function viewRows(parts: readonly TablePart[]): ViewedRow[] {
  const viewed: ViewedRow[] = [];
  let pageTop = false;
  for (const part of parts) {
    if (part.kind === 'heading') {
      viewed.push({ heading: part.text, place: part.place });
      pageTop = false;
      continue;
    }
    const { grid, header } = part;
    let headerRows = 0;
    for (let row = part.from; row < part.to; row++) {
      const cells = grid.getCells(row);
      if (cells.length === 0) continue;
      const goesOn = headerRows > 0 && cells.every((cell) => isHeaderCell(header, cell));
      if (
        goesOn ||
        isColumnNumberRow(cells) ||
        isRepeatedHeader(grid, row, header) ||
        isMarkedHeader(grid, row, header)
      ) {
        headerRows = goesOn ? headerRows - 1 : header.last - header.first;
        pageTop = !convertCaption(viewed);
        continue;
      }
      headerRows = 0;
      const view = readRowView(grid, header, row);
      if (isPageNumberRow(view)) {
        pageTop = true;
        continue;
      }
      const isCaption = !pageTop && isPeriodCaption(view);
      viewed.push(
        isCaption
          ? { heading: view.cells[0]!.text, place: view.place }
          : { view, pageTop: pageTop || view.startsPage },
      );
      pageTop = false;
    }
    pageTop = true;
  }
  return viewed;
}

/** Words alone in a row above a header that is printed again: "THÁNG 10", "Tổ Toán". */
const CAPTION = /^(?:tháng|quý|tuần|học kỳ|đợt|giai đoạn|tổ|khối|nhóm|bộ phận|ban|phòng|mảng|lĩnh vực)\s/iu;

/**
 * Makes the last row the heading of what follows, if it has nothing but a caption: then a block of its own begins with
 * the header, and no page.
 */
function convertCaption(viewed: ViewedRow[]): boolean {
  const last = viewed.at(-1);
  if (!last) return false;
  if (!('view' in last)) return true;
  const { cells, label, place } = last.view;
  const text = cells.length === 1 ? cells[0]!.text : '';
  if (label !== null || text.length > MAX_CAPTION_LENGTH) return false;
  if (!CAPTION.test(text) && !(text === text.toUpperCase() && /\p{Lu}{2}/u.test(text))) return false;
  viewed[viewed.length - 1] = { heading: text, place };
  return true;
}

const MAX_CAPTION_LENGTH = 60;

const PERIOD_CAPTION =
  /^(?:tháng\s*\d{1,2}|quý\s*(?:[IV]+|\d)|tuần\s*\d{1,2}|học kỳ\s*[I\d]+)(?:\s*[/,]?\s*(?:năm\s*)?\d{4})?\s*:?$/iu;

/** Returns true for a period alone in a row, outside the column of contents: "Tháng 9" above what is done in it. */
function isPeriodCaption({
  cells,
  heading,
  label,
  mergedFromAbove,
  startsPage,
  continues,
}: RowView): boolean {
  return (
    cells.length === 1 &&
    heading === null &&
    label === null &&
    mergedFromAbove.size === 0 &&
    !startsPage &&
    !continues &&
    /^\p{Lu}/u.test(cells[0]!.text) &&
    PERIOD_CAPTION.test(cells[0]!.text)
  );
}

/** Returns true if the source marks the row as a heading and it lies among the header's own rows. */
function isMarkedHeader(grid: Grid, row: number, header: TableHeader): boolean {
  return !header.guessed && grid.rows[row]?.header === true && row <= header.last;
}

function getRowNumberLabel(viewed: ViewedRow): NumberLabel | null {
  return 'view' in viewed ? viewed.view.label : (parseLeadingLabel(viewed.heading)?.label ?? null);
}

/** The shape of numbered rows in their unit columns, which distinguishes a row without a number from the rest of the one above. */
type UsualUnits = { leads: Set<string>; coordinating: Set<string>; mostlyUnnumbered: boolean };

function collectUsualUnits(viewed: readonly ViewedRow[]): UsualUnits {
  const usual: UsualUnits = { leads: new Set(), coordinating: new Set(), mostlyUnnumbered: false };
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

/**
 * Returns true for a row without a number that is nevertheless a task of its own: contents that begin, and
 * complete units.
 */
function isCompleteRow({ texts, mergedFromAbove: broughtDown }: RowView, usual: UsualUnits): boolean {
  if (texts.content === '' || broughtDown.has('content')) return false;
  if (usual.mostlyUnnumbered) return true;
  if (!/^[^\p{L}]*\p{Lu}/u.test(texts.content)) return false;
  const isUsual = (field: 'leadUnit' | 'coordinatingUnit', known: Set<string>): boolean =>
    texts[field] !== '' && !broughtDown.has(field) && known.has(toMatchKey(texts[field]));
  return isUsual('leadUnit', usual.leads) && isUsual('coordinatingUnit', usual.coordinating);
}

/** A cell does not end with these: what follows belongs to it. */
const UNFINISHED =
  /(?:[,–-]|\s(?:và|của|các|những|cho|với|theo|về|tại|để|do|từ|là|trong|đến|trên|bằng|hoặc|cùng|thuộc))$/iu;

const hasDashBefore = (text: string): boolean => /^\s*[-–+•*]\s/u.test(text);

/**
 * Returns true for a row without a number whose unit, product or timing is another than that of the row above. Behind
 * a dash it may also say the same once more: the rest of a cell never does.
 */
function isOwnTask({ texts, mergedFromAbove }: RowView, last: ParsedRow): boolean {
  if (texts.content === '' || mergedFromAbove.has('content') || last.texts.content === '') return false;
  if (!/^[^\p{L}]*\p{Lu}/u.test(texts.content) || UNFINISHED.test(last.texts.content)) return false;
  return (['leadUnit', 'product', 'timing'] as const).some(
    (field) =>
      texts[field] !== '' &&
      last.texts[field] !== '' &&
      !mergedFromAbove.has(field) &&
      /^[^\p{L}\d]*[\p{Lu}\d]/u.test(texts[field]) &&
      !UNFINISHED.test(last.texts[field]) &&
      (toMatchKey(texts[field]) !== toMatchKey(last.texts[field]) ||
        (field !== 'leadUnit' && hasDashBefore(texts.content))),
  );
}

const hasLowercaseStart = (text: string): boolean => /^[^\p{L}]*\p{Ll}/u.test(text);

/** What follows a row, beyond headings without a number. */
type Following = {
  next: NumberLabel | null;
  /** A row with more than a title follows. */
  filled: boolean;
  /** Nothing follows but words alone in their rows. */
  ends: boolean;
};

/** Looks ahead from every row, from the last upwards. */
function lookAhead(viewed: readonly ViewedRow[]): Following[] {
  const ahead: Following[] = [];
  let following: Following = { next: null, filled: false, ends: true };
  for (let i = viewed.length - 1; i >= 0; i--) {
    ahead[i] = following;
    const row = viewed[i] as ViewedRow;
    const label = getRowNumberLabel(row);
    const filled = 'view' in row && row.view.heading === null;
    if (label !== null || filled || !('view' in row)) following = { next: label, filled, ends: false };
  }
  return ahead;
}

/** Returns true if words alone in a row, which are not merged across it, go on with the row above. */
function continuesAbove(
  heading: string,
  pageTop: boolean,
  last: ParsedRow,
  following: Following,
  usual: UsualUnits,
): boolean {
  if (hasLowercaseStart(heading)) return true;
  const { next, filled } = following;
  if (next?.readings.some((reading) => reading.kind === 'arabic' && isFirstNumeral(reading))) return false;
  if (pageTop || (next === null && !(usual.mostlyUnnumbered && filled))) return true;
  return UNFINISHED.test(last.heading ?? last.texts.content);
}

function isContinuationRow(
  view: RowView,
  pageTop: boolean,
  last: ParsedRow | undefined,
  following: Following,
  usual: UsualUnits,
): boolean {
  if (!last) return false;
  if (view.mergedFromAbove.has('tt')) return !isOwnTask(view, last);
  if (view.label !== null) return false;
  if (view.continues) return true;
  if (view.heading !== null) {
    if (last.heading !== null && last.label !== null)
      return !view.spansColumns || pageTop || hasLowercaseStart(view.heading);
    return !view.spansColumns && continuesAbove(view.heading, pageTop, last, following, usual);
  }
  if (isPartOfTitle(view, last)) return false;
  if (pageTop && usual.mostlyUnnumbered && isWholeRow(view, last)) return false;
  return pageTop || !(isCompleteRow(view, usual) || isOwnTask(view, last));
}

/** Returns true for a row with several cells that all begin as those of a task do, below one that is finished. */
function isWholeRow({ texts, mergedFromAbove }: RowView, last: ParsedRow): boolean {
  const filled = TASK_CELL_FIELDS.filter((field) => texts[field] !== '' && !mergedFromAbove.has(field));
  return (
    filled.includes('content') &&
    filled.length > 2 &&
    filled.every((field) => field === 'timing' || /^[^\p{L}\d]*[\p{Lu}\d]/u.test(texts[field])) &&
    TASK_CELL_FIELDS.every((field) => !UNFINISHED.test(last.texts[field]))
  );
}

/** Returns true for a row "-" with cells of its own below a number that has only a title. */
function isPartOfTitle({ tt, texts }: RowView, last: ParsedRow): boolean {
  return (
    (/^[-–+•*]$/.test(tt.trim()) || (tt === '' && hasDashBefore(texts.content))) &&
    last.heading !== null &&
    texts.content !== '' &&
    (['leadUnit', 'product', 'timing'] as const).filter((field) => texts[field] !== '').length > 1
  );
}

/**
 * Returns true for words alone in a row below the last task: a remark, if they begin as a sentence does and the task
 * above is complete. Above another task they would be a heading.
 */
function isTrailingRemark(view: RowView, pageTop: boolean, last: ParsedRow, following: Following): boolean {
  return (
    following.ends &&
    view.label === null &&
    view.heading !== null &&
    !view.continues &&
    !pageTop &&
    last.heading === null &&
    last.label !== null &&
    !view.mergedFromAbove.has('tt') &&
    !hasLowercaseStart(view.heading) &&
    !UNFINISHED.test(last.texts.content)
  );
}

type ParsedRows = { rows: ParsedRow[]; warnings: Problem[] };

/**
 * Puts the rows of an annex together: what a page end or a writer has cut is joined to the row it belongs to, cells
 * merged downwards are filled in, and rows that are no part of the annex (totals, legends) are named in a warning.
 */
export function parseTableRows(parts: readonly TablePart[]): ParsedRows {
  const viewed = viewRows(parts);
  const usual = collectUsualUnits(viewed);
  const ahead = lookAhead(viewed);
  const rows: ParsedRow[] = [];
  const warnings: Problem[] = [];
  viewed.forEach((one, i) => {
    if (!('view' in one)) {
      rows.push(createHeadingRow(one.heading, one.place));
      return;
    }
    const { view, pageTop } = one;
    if (view.unitsUncertain)
      warnings.push(
        warning('units-not-split', view.places.leadUnit ?? view.place, { text: view.texts.leadUnit }),
      );
    const last = rows.at(-1);
    const following = ahead[i] as Following;
    const isSigned = view.cells.length > 1 && detectTableEnd(view) === 'perhaps';
    if (isSigned || isRemarkRow(view) || (last && isTrailingRemark(view, pageTop, last, following))) {
      const text = view.cells.map((cell) => cell.text).join(' ');
      warnings.push(warning('rows-skipped', view.place, { text }));
    } else if (last && isContinuationRow(view, pageTop, last, following, usual)) {
      rows[rows.length - 1] = joinRow(last, view);
    } else rows.push(createParsedRow(view));
  });
  return { rows, warnings };
}

function createBlankTexts(): Record<TaskCellField, string> {
  return Object.fromEntries(TASK_CELL_FIELDS.map((field) => [field, ''])) as Record<TaskCellField, string>;
}

function createHeadingRow(text: string, place: ProblemLocation): ParsedRow {
  const leading = parseLeadingLabel(text);
  const title = leading?.rest ?? text;
  return {
    label: leading?.label ?? null,
    tt: leading?.label.text ?? '',
    texts: { ...createBlankTexts(), content: title },
    places: {},
    place,
    heading: title,
    spansColumns: true,
    section: '',
    sourceRows: [place],
    joinedAt: null,
  };
}

function createParsedRow(view: RowView): ParsedRow {
  return {
    label: view.label,
    tt: view.tt,
    texts:
      view.heading === null ? view.texts : { ...createBlankTexts(), ...view.texts, content: view.heading },
    places: view.places,
    place: view.place,
    heading: view.heading,
    spansColumns: view.spansColumns,
    section: view.section,
    sourceRows: [view.place],
    joinedAt: null,
  };
}

/** Returns true for a unit that is printed again after the page break: it is not a second one. */
function isPrintedAgain(field: TaskCellField, before: string, after: string): boolean {
  return (field === 'leadUnit' || field === 'coordinatingUnit') && toMatchKey(before) === toMatchKey(after);
}

/** Joins cells that stand below each other at one number: several products, several times. */
function joinListText(before: string, after: string): string {
  return before === '' || /[.,;:]$/.test(before) ? joinLines(before, after) : `${before}; ${after}`;
}

function joinRow(row: ParsedRow, view: RowView): ParsedRow {
  const texts = { ...row.texts };
  const byMerge = view.mergedFromAbove.has('tt');
  // A cell that names both kinds of units was cut: what follows belongs to the kind named last.
  const isCutInUnits =
    texts.coordinatingUnit !== '' && !view.header.columns.some(({ role }) => role === 'coordinatingUnit');
  for (const field of TASK_CELL_FIELDS) {
    const more = view.texts[field];
    if (more === '' || view.mergedFromAbove.has(field) || isPrintedAgain(field, texts[field], more)) continue;
    const into = field === 'leadUnit' && isCutInUnits ? 'coordinatingUnit' : field;
    texts[into] = byMerge ? joinListText(texts[into], more) : joinLines(texts[into], more);
  }
  const stillHeading = row.heading !== null && view.heading !== null;
  return {
    ...row,
    texts,
    heading: stillHeading ? joinText(row.heading ?? '', view.heading ?? '') : null,
    sourceRows: [...row.sourceRows, view.place],
    joinedAt: row.joinedAt ?? (byMerge ? null : view.place),
  };
}
