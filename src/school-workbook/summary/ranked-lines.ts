import { createRange } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import { SUMMARY_SHEET_LABELS as labels } from '../../sheets/labels/school-labels';
import type { CellBlock, ConditionalFormatSpec } from '../../sheets/sheet-spec';
import { COLORS } from '../../sheets/styles';
import {
  buildTaskCount,
  type CountLine,
  SUMMARY_COLUMN_COUNT,
  type TaskTableHeaders,
} from './summary-formulas';

/**
 * Columns beside a table of counts, out of sight: number and name of its lines in their fixed order, and the rank of
 * those that count something for the chosen document.
 */
const ORDER_COLUMN = 11;
export const ORDER_NAME_COLUMNS = ['$L', '$M'] as const;
const RANK = '$N';
const HIDDEN_FORMAT = ';;;';

/** What the cells of a line hold in column *Lĩnh vực*. A line without name counts what no cell holds. */
function buildAreaReference(row: number): string {
  const [number, name] = [`$A${row + 1}`, `$B${row + 1}`];
  const [other, noArea] = [quoteFormulaText(labels.other), quoteFormulaText(labels.noArea)];
  return (
    `IF(${number}="",IF(${name}="",${other},IF(${name}=${noArea},"",${name})),` +
    `IF(${name}="",${number}&".",${number}&". "&${name}))`
  );
}

function buildLeadUnitReference(row: number): string {
  const name = `$B${row + 1}`;
  return `IF(${name}="",${quoteFormulaText(labels.other)},IF(${name}=${quoteFormulaText(labels.noLeadUnit)},"",${name}))`;
}

const REFERENCES = { area: buildAreaReference, leadUnit: buildLeadUnitReference } as const;

/** The lines of a table that show what the chosen document has, and the cells that they are found by. */
type RankedLines = {
  lines: CountLine[];
  order: CellBlock;
  /** Formula of how many of the lines show something. */
  shown: string;
  /** A line without name shows no zeros. */
  format: ConditionalFormatSpec;
};

/**
 * Ranks the lines of a table with its header in row `top`: those that count something for the chosen document come
 * first, in their order, so that page and chart show them.
 *
 * @param fixed the lines, whose formulas find number and name in `ORDER_NAME_COLUMNS`
 */
export function rankLines(
  top: number,
  fixed: readonly CountLine[],
  column: keyof typeof REFERENCES,
  headers: TaskTableHeaders,
): RankedLines {
  const [first, last] = [top + 2, top + 1 + Math.max(1, fixed.length)];
  const find = (letters: string, place: number): string =>
    `INDEX(${letters}$${first}:${letters}$${last},MATCH(${place},${RANK}$${first}:${RANK}$${last},0))&""`;
  const [number, name] = ORDER_NAME_COLUMNS;
  return {
    lines: fixed.map((_, at): CountLine => ({
      number: {
        formula:
          column === 'area'
            ? `=IFERROR(${find(number, at + 1)},"")`
            : `=IF($B${top + 2 + at}="","",${at + 1})`,
      },
      name: { formula: `=IFERROR(${find(name, at + 1)},"")` },
      filter: { column, isLiteral: false, reference: REFERENCES[column] },
      isByChoice: true,
    })),
    order: {
      row: top + 1,
      column: ORDER_COLUMN,
      numberFormats: [HIDDEN_FORMAT, HIDDEN_FORMAT, HIDDEN_FORMAT],
      cells: fixed.map((line, at) => {
        const row = top + 1 + at;
        const count = buildTaskCount({ ...line, isByChoice: true }, row, headers);
        return [
          line.number,
          line.name,
          { formula: `=IF(${count}>0,MAX(${RANK}$${top + 1}:${RANK}${row})+1,"")` },
        ];
      }),
    },
    shown: `MAX(${RANK}$${first}:${RANK}$${last})`,
    format: {
      area: createRange(top + 1, 0, Math.max(1, fixed.length), SUMMARY_COLUMN_COUNT),
      formula: `=AND($A${first}="",$B${first}="")`,
      fontColor: COLORS.white,
    },
  };
}
