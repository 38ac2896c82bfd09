import type { Annex } from '../../annex/types';
import type { Level } from '../../consolidation/ledger/consolidated';
import type { UnitEntry } from '../../consolidation/types';
import type { SheetPlan } from '../sheet-plan';
import type { CellValue } from '../snapshot';
import type { Step } from '../step';
import type { MatrixLines } from './matrix-sheet';
import type { TotalsLines } from './totals-lines';

/** Hidden sheet with what a consolidation knows beside its tables. Not a word for people. */
export const CONSOLIDATION_RECORD = '_phuluc_th';
export const CONSOLIDATION_SCHEMA = 1;

export type ConsolidationFacts = {
  level: Level;
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

export type ConsolidationRecord = { schema: number; state: RunState; facts: ConsolidationFacts };

/** A cell holds 32,767 characters; some are left for safety. */
const CHUNK = 30_000;
const STATE_ROW = 1;
const FIRST_FACT = 2;

export function readConsolidationRecord(
  cells: readonly (readonly CellValue[])[],
): ConsolidationRecord | null {
  const schema = Number(cells[0]?.[1] ?? 0);
  const state = String(cells[STATE_ROW]?.[1] ?? '');
  const json = cells
    .slice(FIRST_FACT)
    .map(([key, part]) => (key === 'facts' ? String(part) : ''))
    .join('');
  if (schema === 0 || json === '') return null;
  try {
    return {
      schema,
      state: state === 'done' ? 'done' : 'writing',
      facts: JSON.parse(json) as ConsolidationFacts,
    };
  } catch {
    return null;
  }
}

function factRows(facts: ConsolidationFacts): string[][] {
  const json = JSON.stringify(facts);
  return Array.from({ length: Math.ceil(json.length / CHUNK) }, (_, index) => [
    'facts',
    json.slice(index * CHUNK, (index + 1) * CHUNK),
  ]);
}

const TEXTS = ['@', '@'];

/** The hidden sheet as it is first made, its run under way. */
export function consolidationRecordSheet(facts: ConsolidationFacts): SheetPlan {
  return {
    name: CONSOLIDATION_RECORD,
    visibility: 'VeryHidden',
    showGridlines: true,
    columnWidths: [],
    rowHeights: [],
    merges: [],
    formats: [],
    blocks: [
      {
        row: 0,
        column: 0,
        numberFormats: TEXTS,
        cells: [['schema', String(CONSOLIDATION_SCHEMA)], ['state', 'writing'], ...factRows(facts)],
      },
    ],
    afterTables: [],
    fitRows: [],
    validations: [],
    conditionalFormats: [],
    freezeRows: 0,
    names: [],
  };
}

export function stateStep(state: RunState): Step {
  return {
    kind: 'write-blocks',
    sheet: CONSOLIDATION_RECORD,
    blocks: [{ row: STATE_ROW, column: 0, numberFormats: TEXTS, cells: [['state', state]] }],
  };
}

/** Facts written over others, with blank rows where those were longer. */
export function factSteps(facts: ConsolidationFacts, before: ConsolidationFacts): Step[] {
  const rows = factRows(facts);
  const blank = Math.max(0, factRows(before).length - rows.length);
  return [
    {
      kind: 'write-blocks',
      sheet: CONSOLIDATION_RECORD,
      blocks: [
        {
          row: FIRST_FACT,
          column: 0,
          numberFormats: TEXTS,
          cells: [...rows, ...Array.from({ length: blank }, () => ['', ''])],
        },
      ],
    },
  ];
}
