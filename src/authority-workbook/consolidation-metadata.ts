import type { Annex } from '../annex/types';
import type { ConsolidationLevel } from '../consolidation/ledger/consolidation';
import type { UnitEntry } from '../consolidation/types';
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
  annex: Annex;
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

export function readConsolidationMetadata(
  cells: readonly (readonly CellValue[])[],
): ConsolidationMetadataSheet | null {
  const schema = Number(cells[0]?.[1] ?? 0);
  const state = String(cells[STATE_ROW]?.[1] ?? '');
  const json = joinChunks(cells.slice(FIRST_METADATA_ROW), 'facts');
  if (schema === 0 || json === '') return null;
  const metadata = tryParseJson<ConsolidationMetadata>(json);
  return metadata && { schema, state: state === 'done' ? 'done' : 'writing', metadata };
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
