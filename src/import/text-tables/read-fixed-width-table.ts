import { createPlacedLine, joinWords, type PlacedPage, type PlacedWord } from '../../readers/placed-text';
import type { RawBlock, RawTable } from '../../readers/raw-document';
import { layoutTable } from '../table-layout/layout-table';
import { joinCellLines, scoreFixedWidthRows } from './score-fixed-width-rows';

/** Lines and columns of characters are the measure; two blanks part columns. */
const FIXED_WIDTH_METRICS = { maxWordGap: 1.5, pitch: 1 };
const MIN_ROWS = 2;

function splitTextPages(text: string): PlacedPage[] {
  let y = 0;
  return text.split('\f').map((page) => ({
    lines: page.split(/\r\n?|\n/).flatMap((line) => {
      y++;
      const plain = line
        .replace(/\t/g, '        ')
        .replace(/\u00a0/g, ' ')
        .normalize('NFC');
      const words = [...plain.matchAll(/\S+/g)].map((match): PlacedWord => ({
        text: match[0],
        x0: match.index,
        x1: match.index + match[0].length,
      }));
      return words.length > 0 ? [createPlacedLine(words, y)] : [];
    }),
  }));
}

type FixedWidthTable = { table: RawTable; before: RawBlock[]; after: RawBlock[] };

/**
 * Reads a table aligned with blanks (`pdftotext -layout`, text printers). Every row has its `confidence` and
 * its source lines.
 *
 * @returns null if there is no heading over columns, or hardly a row below it
 */
export function readFixedWidthTable(text: string, file: string): FixedWidthTable | null {
  const pages = splitTextPages(text);
  const layout = layoutTable(pages, FIXED_WIDTH_METRICS, { columnsByPage: true });
  if (!layout || layout.rows.length < MIN_ROWS) return null;
  const place = { file, table: 1 };
  const confidences = scoreFixedWidthRows(layout);
  const blocks = (wanted: (y: number) => boolean): RawBlock[] =>
    layout.outside
      .filter(({ line }) => wanted(line.y))
      .map(({ line }) => ({ kind: 'text', text: joinWords(line.words), place: { file } }));
  const top = layout.rows[0]!.lines[0]!.y;
  return {
    before: blocks((y) => y < top),
    after: blocks((y) => y >= top),
    table: {
      kind: 'table',
      rowCount: layout.rows.length,
      columnCount: layout.columnCount,
      place,
      rows: layout.rows.map((row, index) => ({
        place: { ...place, row: index + 1 },
        ...(row.startsPage && { startsPage: true }),
        ...(row.continues && { continues: true }),
        ...(row.header
          ? { header: true }
          : { confidence: confidences[index]!, sourceLines: row.lines.map((line) => joinWords(line.words)) }),
      })),
      cells: layout.rows.flatMap((row, index) =>
        row.cells.map(({ column, columnSpan, lines }) => ({
          row: index,
          column,
          rowSpan: 1,
          columnSpan,
          text: joinCellLines(column, lines),
        })),
      ),
    },
  };
}
