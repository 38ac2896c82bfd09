import type { Area } from './address';
import type { Block, CellContent, SheetPlan } from './sheet-plan';

/** One thing to do to a workbook, with the addresses of the snapshot it was planned on. Steps are done in order. */
export type Step =
  /** Tables of all sheets are made before the formulas that speak of them. */
  | { kind: 'add-sheets'; sheets: SheetPlan[]; activate: string | null }
  /** 0-based among all sheets. */
  | { kind: 'place-sheet'; sheet: string; position: number }
  /** Where no visible sheet would be left, a blank one of the name `instead` is added first. */
  | { kind: 'remove-sheets'; sheets: string[]; names: string[]; instead: string | null }
  | { kind: 'remove-names'; names: string[] }
  /** Clears the sheet and writes the plan on it; the sheet itself stays, the charts given go, the names given are there. */
  | { kind: 'rewrite-sheet'; sheet: SheetPlan; names: string[]; charts: string[] }
  | { kind: 'write-blocks'; sheet: string; blocks: Block[] }
  /** Cells whose number formats stay as they are. */
  | { kind: 'write-cells'; sheet: string; row: number; column: number; cells: CellContent[][] }
  /** Contents and formats. */
  | { kind: 'clear-cells'; sheet: string; area: Area }
  /** Before the body row `index` (0-based) of a table; `block` is where they come to stand. */
  | { kind: 'insert-rows'; sheet: string; table: string; index: number; block: Block }
  | { kind: 'delete-rows'; sheet: string; area: Area }
  | { kind: 'row-heights'; sheet: string; heights: { row: number; height: number }[] }
  /** Heights follow the wrapped text: cells that moved up or down left theirs behind. */
  | { kind: 'fit-rows'; sheet: string; first: number; last: number };
