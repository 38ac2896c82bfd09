import { cleanText, toMatchKey } from '../shared/text';
import {
  AMBIGUOUS_CELLS,
  AMBIGUOUS_ENDINGS,
  AMBIGUOUS_SIGNS,
  BARE_MARKERS,
  BARE_PREDICATES,
  CLOSING_PREPOSITIONS,
  DENIAL_DEMONSTRATIVES,
  DENIAL_NEGATIONS,
  DENIAL_OBJECTS,
  DENIAL_PREDICATES,
  PAUSE_TERMS,
  STANDALONE_MARKERS,
  TENTATIVE_TERMS,
  UNIT_TERMS,
} from './not-performed-words';
import type { Applicability } from './types';

/** A cell that ends by saying that the task is not performed. */
type NotPerformedMarker = {
  /** What stands before it: the unit's name, or ''. */
  before: string;
  /** The marker as printed, without punctuation around it. */
  text: string;
};

/** Cells of a row in which the marker may be printed. */
type ApplicabilityCells = {
  /** Not given where only the other cells are known. */
  content?: string;
  coordinatingUnit: string;
  product: string;
  timing: string;
  note: string;
};

export type ApplicabilityReading = {
  applicability: Applicability;
  /** Why it is not performed, as printed; '' if nothing says more than that it is not. */
  reason: string;
  /** The cell the marker, or the doubt, was found in. */
  column: keyof ApplicabilityCells | null;
  /** Why nothing is decided: nothing printed, or a word with several meanings. */
  uncertainty: 'blank' | 'ambiguous' | null;
};

function toAlternation(text: readonly string[]): string {
  return `(?:${[...text].sort((a, b) => b.length - a.length).join('|')})`;
}

const DENIAL_PATTERN = `${toAlternation(DENIAL_NEGATIONS)} ${toAlternation(DENIAL_PREDICATES)}(?: ${toAlternation(DENIAL_OBJECTS)})?(?: ${toAlternation(DENIAL_DEMONSTRATIVES)})?`;
const CLOSING_PATTERN = `(?: ${toAlternation(CLOSING_PREPOSITIONS)}(?: \\S+){1,12})?`;
/** Anchored at the end of the cell: in the middle of a sentence the same words say something else. */
const MARKER_AT_END = new RegExp(
  `(?:^| )(?<!neu |co |viec )(${DENIAL_PATTERN}${CLOSING_PATTERN}|${toAlternation(STANDALONE_MARKERS)})$`,
);
/** "Đề nghị không thực hiện", "Trường A tạm thời không thực hiện", "tạm dừng". */
const TENTATIVE_AT_END = new RegExp(
  `(?:^| )(?:${toAlternation(TENTATIVE_TERMS)}(?: (?:cho|duoc|truong|don vi|nha truong))* ${DENIAL_PATTERN}|${toAlternation(PAUSE_TERMS)}(?: ${toAlternation(DENIAL_OBJECTS)})?(?: ${toAlternation(DENIAL_DEMONSTRATIVES)})?)${CLOSING_PATTERN}?$`,
);
/** A marker that gives no reason: "không thực hiện nội dung này tại đơn vị". */
const BARE_MARKER = new RegExp(
  `^(?:${toAlternation(DENIAL_NEGATIONS)} ${toAlternation(BARE_PREDICATES)}(?: ${toAlternation(DENIAL_OBJECTS)})?(?: ${toAlternation(DENIAL_DEMONSTRATIVES)})?(?: (?:tai|o|cua|doi voi|voi) ${toAlternation(UNIT_TERMS)})?|${toAlternation(BARE_MARKERS)})$`,
);
const BEGINS_WITH_UNIT = new RegExp(`^${toAlternation(UNIT_TERMS)}(?: |$)`);
const AMBIGUOUS_TEXT = new RegExp(
  `(?:^${toAlternation(AMBIGUOUS_CELLS)}|(?:^| )${toAlternation(AMBIGUOUS_ENDINGS)})$`,
);
const ONLY_PUNCTUATION = /^[\s\p{P}\p{S}]*$/u;

type KeyedToken = { key: string; start: number };

function splitIntoTokens(text: string): KeyedToken[] {
  return [...text.matchAll(/\S+/g)]
    .map((match) => ({ key: toMatchKey(match[0]), start: match.index }))
    .filter(({ key }) => key !== '');
}

function trimPunctuation(text: string): string {
  return text.replace(/^[\s([{"“:;,.–—-]+/u, '').replace(/[\s)\]}"”:;,.–—-]+$/u, '');
}

/**
 * Finds the "not performed" marker at the end of a cell. The unit's name may stand before it and a full stop
 * after it.
 *
 * @returns null if the cell has no marker
 */
export function findMarker(cell: string): NotPerformedMarker | null {
  const text = cleanText(cell);
  const tokens = splitIntoTokens(text);
  const keys = tokens.map(({ key }) => key).join(' ');
  const match = MARKER_AT_END.exec(keys);
  if (!match?.[1] || TENTATIVE_AT_END.test(keys)) return null;
  const keyStart = keys.length - match[1].length;
  let position = 0;
  const first = tokens.find(({ key }) => {
    const here = position;
    position += key.length + 1;
    return here >= keyStart;
  });
  const start = first?.start ?? text.length;
  return { before: trimPunctuation(text.slice(0, start)), text: trimPunctuation(text.slice(start)) };
}

/** Returns true if a cell is empty or holds only dashes and dots. */
export function isBlankCell(cell: string): boolean {
  return ONLY_PUNCTUATION.test(cell) && !isAmbiguousSign(cell.trim());
}

const isAmbiguousSign = (text: string): boolean => (AMBIGUOUS_SIGNS as readonly string[]).includes(text);

const isTentative = (cell: string): boolean => TENTATIVE_AT_END.test(toMatchKey(cleanText(cell)));

const isAmbiguousCell = (cell: string): boolean =>
  isAmbiguousSign(cell.trim()) || AMBIGUOUS_TEXT.test(toMatchKey(cell)) || isTentative(cell);

/**
 * Returns true if a marker speaks of this unit. Outside of the coordinating column a cell may speak of others
 * ("danh sách đơn vị không thực hiện"): there the marker must fill the cell, follow the unit's own name, or
 * begin a new clause.
 */
function isAboutUnit({ before, text: marker }: NotPerformedMarker, cell: string): boolean {
  if (before === '' || BEGINS_WITH_UNIT.test(toMatchKey(before))) return true;
  const text = cleanText(cell);
  const clause = text.slice(0, text.lastIndexOf(marker)).trimEnd();
  return /[.;:,(–-]$/u.test(clause) || /^\p{Lu}/u.test(marker);
}

/**
 * Returns what a product or timing cell prints next to a marker; '' if the cell is blank or is the marker
 * itself.
 */
export function stripMarker(cell: string): string {
  if (isBlankCell(cell)) return '';
  const marker = findMarker(cell);
  if (!marker || !isAboutUnit(marker, cell)) return cell;
  return BEGINS_WITH_UNIT.test(toMatchKey(marker.before)) ? '' : marker.before;
}

/** Returns true if a marker is added to the contents, in brackets or as a clause of its own, and is about the unit. */
function isAddedToContent({ before, text }: NotPerformedMarker, cell: string): boolean {
  if (before === '') return true;
  const ahead = cleanText(cell).slice(0, cleanText(cell).lastIndexOf(text));
  const clause = /(?:[.;:–(]|\s-)\s*([^.;:–()]*)$/u.exec(ahead)?.[1];
  return clause !== undefined && (clause.trim() === '' || BEGINS_WITH_UNIT.test(toMatchKey(clause)));
}

const isBareMarker = (marker: string): boolean => BARE_MARKER.test(toMatchKey(marker));

/**
 * Returns what a reason says beyond "not performed": '' for words that only repeat the marker, with the unit's name or
 * without ("Trường không thực hiện nội dung này", "Ko thực hiện").
 */
export function getStatedReason(reason: string): string {
  const marker = findMarker(reason);
  const isRepeated =
    marker !== null &&
    isBareMarker(marker.text) &&
    (marker.before === '' || BEGINS_WITH_UNIT.test(toMatchKey(marker.before)));
  return isRepeated ? '' : reason;
}

const OTHER_MARKER_COLUMNS = ['note', 'product', 'timing'] as const;

/**
 * Reads whether the unit performs a task from the row as printed. A unit named without a marker performs it;
 * a blank cell decides nothing. Shape of the marker: the annexes of 2024; synonyms: `not-performed-words`.
 */
export function readApplicability(cells: ApplicabilityCells): ApplicabilityReading {
  const marker = findMarker(cells.coordinatingUnit);
  if (marker) return createNotPerformedReading(marker, 'coordinatingUnit');
  for (const column of OTHER_MARKER_COLUMNS) {
    const elsewhere = findMarker(cells[column]);
    if (elsewhere && isAboutUnit(elsewhere, cells[column]))
      return createNotPerformedReading(elsewhere, column);
  }
  const content = cells.content ?? '';
  const added = findMarker(content);
  if (added && isAddedToContent(added, content)) return createNotPerformedReading(added, 'content');
  if (isAmbiguousCell(cells.coordinatingUnit)) return createUndecidedReading('ambiguous', 'coordinatingUnit');
  if (isBlankCell(cells.coordinatingUnit)) return createUndecidedReading('blank', 'coordinatingUnit');
  const doubtful =
    (['product', 'timing'] as const).find((column) => isAmbiguousCell(cells[column])) ??
    (['content', 'note'] as const).find((column) => isTentative(cells[column] ?? ''));
  if (doubtful) return createUndecidedReading('ambiguous', doubtful);
  return { applicability: 'performed', reason: '', column: null, uncertainty: null };
}

function createNotPerformedReading(
  marker: NotPerformedMarker,
  column: keyof ApplicabilityCells,
): ApplicabilityReading {
  return {
    applicability: 'notPerformed',
    reason: readReason(marker, column),
    column,
    uncertainty: null,
  };
}

/** A note that ends in the marker says before it why: "Không có đối tượng, không thực hiện". */
function readReason({ before, text }: NotPerformedMarker, column: keyof ApplicabilityCells): string {
  if (!isBareMarker(text)) return text;
  const isReason = column === 'note' && before !== '' && !BEGINS_WITH_UNIT.test(toMatchKey(before));
  return isReason ? before : '';
}

function createUndecidedReading(
  uncertainty: 'blank' | 'ambiguous',
  column: keyof ApplicabilityCells,
): ApplicabilityReading {
  return {
    applicability: 'undecided',
    reason: '',
    column,
    uncertainty,
  };
}
