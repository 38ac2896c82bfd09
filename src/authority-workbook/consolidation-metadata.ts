import type { ConsolidationLevel } from '../consolidation/ledger/consolidation';
import { isMasterAnnex, type MasterAnnex } from '../consolidation/match/master-annex';
import type { UnitEntry } from '../consolidation/types';
import { hasTexts, isListOf, isObject, isText } from '../shared/shape';
import type { CellValue } from '../sheets/cell-value';
import {
  buildHiddenSheet,
  HIDDEN_SHEET_FORMATS,
  joinChunks,
  splitIntoChunks,
  tryParseJson,
} from '../sheets/hidden-sheet';
import type { Operation } from '../sheets/operation';
import type { SheetSpec } from '../sheets/sheet-spec';
import type { MatrixLines } from './totals/matrix-sheet';
import type { TotalsLines } from './totals/totals-lines';

/** Hidden sheet with what a consolidation knows beside its tables. Not a word for people. */
export const CONSOLIDATION_METADATA_SHEET = '_phuluc_th';
export const CONSOLIDATION_SCHEMA_VERSION = 1;

export type ConsolidationMetadata = {
  level: ConsolidationLevel;
  annex: MasterAnnex;
  fingerprint: string;
  units: UnitEntry[];
  totals: TotalsLines;
  matrix: MatrixLines;
  /** Said below the totals where the ledger holds a part only; ''. */
  part: string;
  /** Where the whole ledger is, and the figures that were counted over it; absent where the sheet holds everything. */
  whole?: { folder: string; figures: string };
};

/** `writing` stands there from the first to the last request of a run; found later, the run did not end. */
export type RunState = 'writing' | 'done';

export type ConsolidationMetadataSheet = { schema: number; state: RunState; metadata: ConsolidationMetadata };

const STATE_ROW = 1;
const FIRST_METADATA_ROW = 2;

const isUnitEntry = (value: unknown): boolean =>
  hasTexts(value, ['code', 'name', 'kind', 'parent', 'validFrom', 'validTo']) &&
  isListOf(value['aliases'], isText);

const isTotalsLines = (value: unknown): boolean =>
  hasTexts(value, ['reference']) &&
  isListOf(value['areas'], (area) => hasTexts(area, ['section', 'title'])) &&
  isListOf(value['leadUnits'], isText) &&
  isListOf(value['quarters'], isText) &&
  typeof value['year'] === 'number';

const isMatrixLines = (value: unknown): boolean =>
  isObject(value) &&
  isListOf(value['tasks'], (task) => hasTexts(task, ['id', 'content'])) &&
  isListOf(value['units'], (unit) => hasTexts(unit, ['code', 'name']));

/** Returns true if what the hidden sheet holds has the shape of its metadata: anyone may have written other JSON there. */
function isConsolidationMetadata(value: unknown): value is ConsolidationMetadata {
  return (
    hasTexts(value, ['fingerprint', 'part']) &&
    hasTexts(value['level'], ['code', 'name', 'label', 'below']) &&
    isMasterAnnex(value['annex']) &&
    isListOf(value['units'], isUnitEntry) &&
    isTotalsLines(value['totals']) &&
    isMatrixLines(value['matrix']) &&
    (value['whole'] === undefined || hasTexts(value['whole'], ['folder', 'figures']))
  );
}

/**
 * Reads the hidden sheet of a consolidation.
 * @returns null if it is not there, or holds something else
 */
export function readConsolidationMetadata(
  cells: readonly (readonly CellValue[])[],
): ConsolidationMetadataSheet | null {
  const schema = Number(cells[0]?.[1] ?? 0);
  const state = String(cells[STATE_ROW]?.[1] ?? '');
  const json = joinChunks(cells.slice(FIRST_METADATA_ROW), 'facts');
  if (schema === 0 || json === '') return null;
  const metadata = tryParseJson<unknown>(json);
  if (!isConsolidationMetadata(metadata)) return null;
  return { schema, state: state === 'done' ? 'done' : 'writing', metadata };
}

function toMetadataRows(metadata: ConsolidationMetadata): string[][] {
  return splitIntoChunks(JSON.stringify(metadata)).map((chunk) => ['facts', chunk]);
}

/** Builds the hidden sheet as it is first written: its run is under way. */
export function buildConsolidationMetadataSheet(metadata: ConsolidationMetadata): SheetSpec {
  return buildHiddenSheet(CONSOLIDATION_METADATA_SHEET, [
    ['schema', String(CONSOLIDATION_SCHEMA_VERSION)],
    ['state', 'writing'],
    ...toMetadataRows(metadata),
  ]);
}

export function createStateOperation(state: RunState): Operation {
  return {
    kind: 'write-blocks',
    sheet: CONSOLIDATION_METADATA_SHEET,
    blocks: [{ row: STATE_ROW, column: 0, numberFormats: HIDDEN_SHEET_FORMATS, cells: [['state', state]] }],
  };
}

/** Facts written over others, with blank rows where those were longer. */
export function createMetadataOperations(
  metadata: ConsolidationMetadata,
  before: ConsolidationMetadata,
): Operation[] {
  const rows = toMetadataRows(metadata);
  const blank = Math.max(0, toMetadataRows(before).length - rows.length);
  return [
    {
      kind: 'write-blocks',
      sheet: CONSOLIDATION_METADATA_SHEET,
      blocks: [
        {
          row: FIRST_METADATA_ROW,
          column: 0,
          numberFormats: HIDDEN_SHEET_FORMATS,
          cells: [...rows, ...Array.from({ length: blank }, () => ['', ''])],
        },
      ],
    },
  ];
}
