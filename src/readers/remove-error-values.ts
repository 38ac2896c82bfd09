import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import type { RawCell, RawDocument } from './raw-document';

/** Error values as Excel, LibreOffice and Google Sheets print them. Source: ECMA-376-1 §18.17.3. */
const ERROR_VALUE =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|ERROR!)|Err:\d{3})$/i;

/** After this many warnings the others are only counted. */
const MAX_WARNINGS = 50;

/** Removes the error values in the cells of tables, which are no text ("#N/A" is not "none"), with warnings. */
export function removeErrorValues(document: RawDocument): RawDocument {
  const warnings: Problem[] = [];
  let omitted = 0;
  const clean = (cell: RawCell, place: RawCell['place']): RawCell => {
    const value = cell.text.trim();
    if (!ERROR_VALUE.test(value)) return cell;
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
