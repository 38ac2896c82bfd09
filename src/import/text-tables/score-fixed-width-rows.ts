import { isFirstNumeral, isNextNumeral, type Numeral } from '../../annex/numbering';
import { isVietnameseSyllable } from '../../readers/legacy/vietnamese-syllable';
import { joinWords, type PlacedWord, toConfidence } from '../../readers/placed-text';
import { findMin } from '../../shared/min-max';
import { detectColumnRole } from '../table-layout/detect-column-role';
import type { TableLayout, TableLayoutRow } from '../table-layout/layout-table';
import { isBrokenLabel, isSectionLabel, parseRowLabel } from '../table-layout/parse-row-label';
import { createConfidenceScorer, MIN_CONFIDENCE } from './create-confidence-scorer';

/**
 * Joins the lines of a cell; a label or a header broken by its narrow column ("VII|I", "ST|T") becomes one
 * word again.
 */
export function joinCellLines(column: number, lines: readonly PlacedWord[][]): string {
  const texts = lines.map(joinWords);
  const broken =
    column === 0 &&
    texts.length > 1 &&
    (texts.every((text) => /^\p{Lu}{1,2}$/u.test(text)) ||
      (texts.length === 2 && isBrokenLabel(texts[0]!, texts[1]!)));
  if (broken) return texts.join('');
  // A comma does not begin a line: its word filled the column.
  return texts.join('\n').replace(/\n(?=[,.;:)])/g, '');
}

/**
 * Finds rows that may be misplaced because labels are out of sequence: the row itself, the one before it, and
 * every row up to the next section.
 */
function findMisplacedRows(labels: readonly string[]): boolean[] {
  const wrong = labels.map(() => false);
  let section: Numeral[] = [];
  let task: Numeral[] = [];
  let lost = false;
  labels.forEach((text, index) => {
    const readings = parseRowLabel(text)?.readings ?? [];
    if (text === '' || readings.length === 0) return void (wrong[index] = lost);
    const comes = (before: readonly Numeral[], kinds: readonly Numeral['kind'][]): Numeral[] =>
      readings.filter(
        (next) =>
          kinds.includes(next.kind) &&
          (before.length === 0 ? isFirstNumeral(next) : before.some((one) => isNextNumeral(one, next))),
      );
    const asSection = comes(section, ['roman', 'capital']);
    const asTask = comes(task, ['arabic', 'small']);
    if (asSection.length > 0) [section, task, lost] = [asSection, [], false];
    else if (asTask.length > 0) task = asTask;
    else {
      lost = true;
      if (index > 0) wrong[index - 1] = true;
      if (isSectionLabel(text)) [section, task] = [readings, []];
      else task = readings;
    }
    wrong[index] = lost;
  });
  return wrong;
}

/** Returns true if parts of words stand alone ("cán b ộ"): the copy tore them apart. */
function hasTornWord(text: string): boolean {
  return text.split(/\s+/).some((word) => /^\p{Ll}{1,3}$/u.test(word) && !isVietnameseSyllable(word));
}

const LOW_CONFIDENCE = 0.4;

/** Where hardly more than half of the rows are sure, the columns are not what they seem: then none is. */
const MIN_CONFIDENT_RATIO = 0.6;
/**
 * Caps the confidences where hardly more than half of the rows are certain: then the columns are not what
 * they seem.
 */
function capConfidences(confidences: readonly number[]): number[] {
  return confidences.filter((one) => one >= MIN_CONFIDENCE).length >= MIN_CONFIDENT_RATIO * confidences.length
    ? [...confidences]
    : confidences.map((one) => Math.min(one, LOW_CONFIDENCE));
}

/** Rates each row of a table aligned with blanks, 0 to 1. */
export function scoreFixedWidthRows(layout: TableLayout<PlacedWord>): number[] {
  const getTexts = (row: TableLayoutRow<PlacedWord>): string[] =>
    Array.from({ length: layout.columnCount }, (_, column) => {
      const cell = row.cells.find((one) => one.column === column);
      return cell ? joinCellLines(column, cell.lines) : '';
    });
  const roles = getTexts(layout.rows[0]!).map(detectColumnRole);
  /** Each task's cells, with what goes on over the page; and for each row which task it is of. */
  const tasks: string[][] = [];
  const taskByRow = layout.rows.map((row): number | null => {
    if (row.header || row.cells.some((cell) => cell.columnSpan > 1)) return null;
    const texts = getTexts(row);
    const last = tasks.at(-1);
    if (row.continues && last) texts.forEach((text, column) => (last[column] = `${last[column]} ${text}`));
    else tasks.push(texts);
    return tasks.length - 1;
  });
  const scoreConfidence = createConfidenceScorer(tasks, roles);
  const cells = tasks.map((texts) =>
    findMin(texts.map((text, column) => scoreConfidence(roles[column]!, text))),
  );
  const content = roles.indexOf('content');
  /** Its title or contents begin in the middle of a sentence: the cut above it is wrong. */
  const isCutAbove = (row: TableLayoutRow<PlacedWord> | undefined): boolean =>
    row !== undefined &&
    !row.continues &&
    row.cells.some(({ column, lines }) => column === content && /^\p{Ll}/u.test(lines[0]?.[0]?.text ?? ''));
  const wrong = findMisplacedRows(layout.rows.map((row) => (row.header ? '' : getTexts(row)[0]!)));
  const confidences = layout.rows.map((row, index) => {
    const task = taskByRow[index];
    const isTorn = row.lines.some((line) => hasTornWord(joinWords(line.words)));
    const isCut = isCutAbove(row) || isCutAbove(layout.rows[index + 1]);
    const limit = isTorn || isCut || wrong[index] ? LOW_CONFIDENCE : 1;
    return Math.min(toConfidence(row.penalty), limit, task === undefined || task === null ? 1 : cells[task]!);
  });
  return capConfidences(confidences);
}
