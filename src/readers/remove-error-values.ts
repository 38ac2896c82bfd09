import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import type { RawCell, RawDocument } from './raw-document';

/**
 * Error values as Excel, LibreOffice and Google Sheets print them, in any language ("#WERT!", "#¿NOMBRE?", "#ЗНАЧ!"),
 * and the signs of a cell that is too narrow for its number. Source: ECMA-376-1 §18.17.3.
 */
const ERROR_VALUE =
  /^(?:#[¡¿]?\p{L}[\p{L}\d_/.]*[!?]|#(?:N\/A|N\/D|N\/B|NV|I\/T|Н\/Д|BRAK|HIÁNYZIK|YOK|GETTING_DATA)!?|#{3,}|(?:Err|Lỗi):\d{3})$/iu;

/** Returns whether a text is an error value instead of words. */
export function isErrorValue(text: string): boolean {
  return ERROR_VALUE.test(text.trim());
}

/** After this many warnings the others are only counted. */
const MAX_WARNINGS = 50;

/** Removes the error values in the cells of tables, which are no text ("#N/A" is not "none"), with warnings. */
export function removeErrorValues(document: RawDocument): RawDocument {
  const warnings: Problem[] = [];
  let omitted = 0;
  const clean = (cell: RawCell, place: RawCell['place']): RawCell => {
    const value = cell.text.trim();
    if (!isErrorValue(value)) return cell;
    if (warnings.length < MAX_WARNINGS) warnings.push(warning('error-value', cell.place ?? place, { value }));
    else omitted++;
    return { ...cell, text: '', runs: undefined, original: value };
  };
  const blocks = document.blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, cells: block.cells.map((cell) => clean(cell, block.rows[cell.row]?.place)) }
      : block,
  );
  if (warnings.length === 0) return document;
  if (omitted > 0) warnings.push(warning('error-value', { file: document.file }, { more: omitted }));
  return { ...document, blocks, warnings: [...document.warnings, ...warnings] };
}
