import type { Problem, ProblemLocation } from '../shared/problem';
import { warning } from '../shared/result';
import { cleanText } from '../shared/text';
import type { NoteMark, RawBlock, RawDocument } from './raw-document';

/** The text of a note is quoted up to so many characters. */
const MAX_QUOTE = 160;

type PlacedMark = { mark: NoteMark; place: ProblemLocation; block: number };

/** Reports the marks of notes that the readers left out of words: one warning a document, at the first of them. */
export function reportNoteMarks(document: RawDocument): RawDocument {
  const found = document.blocks.flatMap(listMarks);
  const [first] = found;
  if (!first) return document;
  const note = first.mark.note ?? findNote(document.blocks, first);
  return {
    ...document,
    warnings: [...document.warnings, createNoteMarkWarning(first.mark, first.place, found.length, note)],
  };
}

export function createNoteMarkWarning(
  { mark, words }: NoteMark,
  place: ProblemLocation,
  count: number,
  note: string,
): Problem {
  return warning('note-marks', place, {
    mark,
    words,
    count: count > 1 ? count : '',
    note: note.length > MAX_QUOTE ? `${note.slice(0, MAX_QUOTE)}…` : note,
  });
}

function listMarks(block: RawBlock, index: number): PlacedMark[] {
  const toPlaced = (marks: readonly NoteMark[] | undefined, place: ProblemLocation): PlacedMark[] =>
    (marks ?? []).map((mark) => ({ mark, place, block: index }));
  if (block.kind === 'text') return toPlaced(block.noteMarks, block.place);
  return block.cells
    .filter(({ noteMarks }) => noteMarks !== undefined)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap((cell) => toPlaced(cell.noteMarks, cell.place ?? block.rows[cell.row]?.place ?? block.place));
}

/**
 * Finds the text of a note: a line that begins with its mark, below the place of the mark.
 *
 * @returns '' if there is none
 */
export function findNote(
  blocks: readonly RawBlock[],
  { mark, block }: { mark: NoteMark; block: number },
): string {
  const core = mark.mark.replace(/[\s()[\]]/g, '');
  if (core === '') return '';
  const escaped = core.replace(/[*]/g, '\\$&');
  const start = new RegExp(
    `^\\s*(?:[(\\[]\\s*${escaped}\\s*[)\\]]|${escaped}(?![\\d.,/)-]))\\s*:?\\s*(?=[\\p{L}"“])(.+)$`,
    'u',
  );
  for (const one of blocks.slice(block)) {
    // A cell that begins with a number is as often the number of a row.
    const texts =
      one.kind === 'text'
        ? [one.text]
        : one.cells.filter(({ column }) => column === 0).map(({ text }) => text);
    for (const line of texts.flatMap((text) => text.split('\n'))) {
      const note = start.exec(line)?.[1];
      if (note !== undefined) return cleanText(note);
    }
  }
  return '';
}
