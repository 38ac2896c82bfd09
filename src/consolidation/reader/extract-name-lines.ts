import { cleanText } from '../../shared/text';
import type { CellValue } from '../types';
import type { SheetCells } from './sheet-cells';

/** Longer lines are prose, not the name of a unit. */
const MAX_NAME_LENGTH = 120;
const MAX_NAME_LINES = 40;

/** What stands before a name in a letterhead or above a table. */
const NAME_LEAD_IN =
  /^(?:tên\s+)?(?:đơn vị|cơ quan|trường|nhà trường)(?:\s+(?:báo cáo|lập|thực hiện))?\s*[:;]\s*/iu;

/** The lines of a text that may name the unit a file is of. */
export function extractNameLines(texts: Iterable<CellValue>): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    if (typeof text !== 'string') continue;
    for (const line of text.split('\n')) {
      const name = cleanText(line).replace(NAME_LEAD_IN, '');
      if (name !== '' && name.length <= MAX_NAME_LENGTH) lines.push(name);
      if (lines.length >= MAX_NAME_LINES) return lines;
    }
  }
  return lines;
}

/** The texts above a row of a sheet. */
export const iterateTextsAbove = function* ({ rows }: SheetCells, header: number): Generator<CellValue> {
  for (const { row, cells } of rows) {
    if (row >= header) return;
    for (const { value } of cells) yield value;
  }
};
