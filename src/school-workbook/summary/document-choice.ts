import { createRange, formatAddress } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import { SUMMARY_SHEET_LABELS as labels } from '../../sheets/labels/school-labels';
import type { CellBlock, NameSpec, ValidationSpec } from '../../sheets/sheet-spec';
import { getDocuments, isFollowed } from '../documents/documents';
import type { WorkbookMetadata } from '../school-workbook';
import type { SheetSnapshot } from '../snapshot';
import { CHOICE_NAMES } from './summary-names';
import { DETAILS_ROW, SUMMARY_PAGE_ROWS } from './summary-page-rows';

/** The line of the page that says what its figures are about. */
const CHOICE_ROW = SUMMARY_PAGE_ROWS.about;
/** Beside the title of the details: the code that is chosen ('' for all), and what its tasks are in the log. */
const CHOSEN_COLUMN = 11;
const HIDDEN_FORMAT = ';;;';
const [CHOICE_CELL, CHOSEN_CELL, LOG_CRITERION_CELL] = [
  formatAddress(CHOICE_ROW, 0, true),
  formatAddress(DETAILS_ROW, CHOSEN_COLUMN, true),
  formatAddress(DETAILS_ROW, CHOSEN_COLUMN + 1, true),
] as const;

/** Builds a count that the choice switches: what it is for all documents, and for the chosen one. */
export function buildChosenCount(all: string, count: (chosen: string) => string): string {
  return `IF(${CHOSEN_CELL}="",${all},${count(CHOSEN_CELL)})`;
}

/** Builds the name of the line of all tasks, or of the document that is chosen. */
export function buildChosenName(all: string): string {
  return buildChosenCount(quoteFormulaText(all), (chosen) => chosen);
}

/**
 * Builds the factor of a SUMPRODUCT that keeps the rows of the log that are of the chosen document. The codes of its
 * tasks begin with it; those of the first document are plain, without the sign that no code holds.
 */
export function buildLogFactor(tasks: string, first: string): string {
  return (
    `((${CHOSEN_CELL}="")+(${CHOSEN_CELL}=${quoteFormulaText(first)})*ISERROR(FIND(":",${tasks}))` +
    `+(LEFT(${tasks},LEN(${CHOSEN_CELL})+1)=${CHOSEN_CELL}&":"))`
  );
}

/** Builds the condition of a COUNTIFS that keeps the same rows. */
export const buildLogCondition = (tasks: string): string => `${tasks},${LOG_CRITERION_CELL}`;

/**
 * Returns what stands in the cell of the choice.
 *
 * @returns the code of a document of the workbook; '' for all, or where the cell says something else
 */
export function readDocumentChoice(
  summary: Pick<SheetSnapshot, 'top' | 'left' | 'formulas'> | null,
  metadata: WorkbookMetadata,
): string {
  const cell = summary?.formulas[CHOICE_ROW - summary.top]?.[-summary.left];
  const codes = getDocuments(metadata)
    .filter(isFollowed)
    .map(({ code }) => code);
  return codes.find((code) => code === cell) ?? '';
}

type ChoiceParts = { blocks: CellBlock[]; validation: ValidationSpec; names: NameSpec[] };

/**
 * Builds the cell of the choice and what follows from it. A text in it that names no document gives an error in all
 * figures.
 *
 * @param listRow row of the first entry of the list: all documents, then each
 * @param count documents of the workbook
 */
export function buildDocumentChoice(
  choice: string,
  first: string,
  { listRow, count }: { listRow: number; count: number },
): ChoiceParts {
  const all = quoteFormulaText(labels.allDocuments);
  const area = createRange(CHOICE_ROW, 0, 1, 1);
  const list = createRange(listRow, 1, count + 1, 1);
  const entries = `${formatAddress(list.top, 1, true)}:${formatAddress(list.bottom, 1, true)}`;
  return {
    blocks: [
      { row: CHOICE_ROW, column: 0, numberFormats: ['@'], cells: [[choice || labels.allDocuments]] },
      {
        row: DETAILS_ROW,
        column: CHOSEN_COLUMN,
        numberFormats: [HIDDEN_FORMAT, HIDDEN_FORMAT],
        cells: [
          [
            {
              formula: `=IF(OR(${CHOICE_CELL}="",${CHOICE_CELL}=${all}),"",INDEX(${entries},MATCH(${CHOICE_CELL},${entries},0)))`,
            },
            {
              formula: `=IF(${CHOSEN_CELL}="","<>:",IF(${CHOSEN_CELL}=${quoteFormulaText(first)},"<>*:*",${CHOSEN_CELL}&":*"))`,
            },
          ],
        ],
      },
    ],
    validation: {
      area,
      rule: { kind: 'list', source: `=${CHOICE_NAMES.list}` },
      alert: 'stop',
      title: labels.choiceTitle,
      message: labels.choiceMessage,
    },
    names: [
      { name: CHOICE_NAMES.choice, area },
      { name: CHOICE_NAMES.list, area: list },
    ],
  };
}
