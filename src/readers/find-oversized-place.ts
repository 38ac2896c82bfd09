import type { ProblemLocation } from '../shared/problem';
import type { RawDocument } from './raw-document';
import { MAX_TEXT_CHARACTERS } from './table-limits';

/**
 * Finds a cell or paragraph that is longer than any task or paragraph can be.
 *
 * @returns null if there is none
 */
export function findOversizedPlace(document: RawDocument): ProblemLocation | null {
  for (const block of document.blocks) {
    if (block.kind === 'text') {
      if (block.text.length > MAX_TEXT_CHARACTERS) return block.place;
      continue;
    }
    const cell = block.cells.find(({ text }) => text.length > MAX_TEXT_CHARACTERS);
    if (cell) return cell.place ?? block.rows[cell.row]?.place ?? block.place;
  }
  return null;
}
