import { cleanText, matchKey } from './text';
import type { Applicability } from './types';
import {
  AMBIGUOUS_CELLS,
  AMBIGUOUS_ENDINGS,
  AMBIGUOUS_SIGNS,
  CLOSING_PREPOSITIONS,
  DEMONSTRATIVES,
  NEGATIONS,
  OBJECTS,
  PREDICATES,
  UNIT_WORDS,
  WHOLE_MARKERS,
} from './not-performed-words';

/** A cell that ends by saying that the task is not performed. */
export type Marker = {
  /** What stands before it: the unit's name, or ''. */
  before: string;
  /** The marker as printed, without punctuation around it. */
  words: string;
};

/** Cells of a row in which the marker may be printed. */
export type MarkedCells = {
  coordinatingUnit: string;
  product: string;
  timing: string;
  note: string;
};

export type ApplicabilityReading = {
  applicability: Applicability;
  /** The printed words of the marker, '' when there is none. */
  reason: string;
  /** The cell the marker, or the doubt, was found in. */
  column: keyof MarkedCells | null;
  /** Why nothing is decided: nothing printed, or a word with several meanings. */
  doubt: 'blank' | 'ambiguous' | null;
};

function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

const DENIAL = `${anyOf(NEGATIONS)} ${anyOf(PREDICATES)}(?: ${anyOf(OBJECTS)})?(?: ${anyOf(DEMONSTRATIVES)})?`;
const CLOSING = `(?: ${anyOf(CLOSING_PREPOSITIONS)}(?: \\S+){1,12})?`;
/** Anchored at the end of the cell: in the middle of a sentence the same words say something else. */
const AT_END = new RegExp(`(?:^| )(?<!neu |co |viec )(${DENIAL}${CLOSING}|${anyOf(WHOLE_MARKERS)})$`);
const BEGINS_WITH_UNIT = new RegExp(`^${anyOf(UNIT_WORDS)}(?: |$)`);
const AMBIGUOUS = new RegExp(`(?:^${anyOf(AMBIGUOUS_CELLS)}|(?:^| )${anyOf(AMBIGUOUS_ENDINGS)})$`);
const NOTHING_BUT_SIGNS = /^[\s\p{P}\p{S}]*$/u;

type Word = { key: string; start: number };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)]
    .map((match) => ({ key: matchKey(match[0]), start: match.index }))
    .filter(({ key }) => key !== '');
}

function trimPunctuation(text: string): string {
  return text.replace(/^[\s([{"“:;,.–—-]+/u, '').replace(/[\s)\]}"”:;,.–—-]+$/u, '');
}

/** The marker at the end of a cell, or null. The cell may hold the unit's name before it and a dot after it. */
export function findMarker(cell: string): Marker | null {
  const text = cleanText(cell);
  const words = wordsOf(text);
  const keys = words.map(({ key }) => key).join(' ');
  const match = AT_END.exec(keys);
  if (!match?.[1]) return null;
  const keyStart = keys.length - match[1].length;
  let position = 0;
  const first = words.find(({ key }) => {
    const here = position;
    position += key.length + 1;
    return here >= keyStart;
  });
  const start = first?.start ?? text.length;
  return { before: trimPunctuation(text.slice(0, start)), words: trimPunctuation(text.slice(start)) };
}

/** Blank, or nothing but dashes and dots. */
export function isBlankCell(cell: string): boolean {
  return NOTHING_BUT_SIGNS.test(cell) && !isAmbiguousSign(cell.trim());
}

const isAmbiguousSign = (text: string): boolean => (AMBIGUOUS_SIGNS as readonly string[]).includes(text);

const isAmbiguous = (cell: string): boolean => isAmbiguousSign(cell.trim()) || AMBIGUOUS.test(matchKey(cell));

/**
 * Outside of the coordinating column a cell may speak of others ("danh sách đơn vị không thực hiện"): there the
 * marker must be the whole cell, follow the unit's own name, or begin a new clause.
 */
function speaksForTheUnit({ before, words }: Marker, cell: string): boolean {
  if (before === '' || BEGINS_WITH_UNIT.test(matchKey(before))) return true;
  const text = cleanText(cell);
  const clause = text.slice(0, text.lastIndexOf(words)).trimEnd();
  return /[.;:,(–-]$/u.test(clause) || /^\p{Lu}/u.test(words);
}

/** What a product or timing cell prints beside a marker: '' when the cell is blank or the marker itself. */
export function wordsBesideMarker(cell: string): string {
  if (isBlankCell(cell)) return '';
  const marker = findMarker(cell);
  if (!marker || !speaksForTheUnit(marker, cell)) return cell;
  return BEGINS_WITH_UNIT.test(matchKey(marker.before)) ? '' : marker.before;
}

const OTHER_COLUMNS = ['note', 'product', 'timing'] as const;

/**
 * Reads whether the unit performs a task from the row as printed. A unit named without a marker performs it;
 * a blank cell decides nothing. Shape of the marker: the annexes of 2024; synonyms: `not-performed-words`.
 */
export function readApplicability(cells: MarkedCells): ApplicabilityReading {
  const marker = findMarker(cells.coordinatingUnit);
  if (marker) return notPerformed(marker, 'coordinatingUnit');
  for (const column of OTHER_COLUMNS) {
    const elsewhere = findMarker(cells[column]);
    if (elsewhere && speaksForTheUnit(elsewhere, cells[column])) return notPerformed(elsewhere, column);
  }
  if (isAmbiguous(cells.coordinatingUnit)) return undecided('ambiguous', 'coordinatingUnit');
  if (isBlankCell(cells.coordinatingUnit)) return undecided('blank', 'coordinatingUnit');
  const doubtful = (['product', 'timing'] as const).find((column) => isAmbiguous(cells[column]));
  if (doubtful) return undecided('ambiguous', doubtful);
  return { applicability: 'performed', reason: '', column: null, doubt: null };
}

function notPerformed(marker: Marker, column: keyof MarkedCells): ApplicabilityReading {
  return {
    applicability: 'notPerformed',
    reason: marker.words,
    column,
    doubt: null,
  };
}

function undecided(doubt: 'blank' | 'ambiguous', column: keyof MarkedCells): ApplicabilityReading {
  return {
    applicability: 'undecided',
    reason: '',
    column,
    doubt,
  };
}
