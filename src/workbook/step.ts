import type { Area } from './address';
import type {
  ConditionalFormatPlan,
  Block,
  CellContent,
  FillPlan,
  SheetPlan,
  TablePlan,
  ValidationPlan,
} from './sheet-plan';

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
  | { kind: 'fill'; sheet: string; fills: FillPlan[] }
  | { kind: 'validate'; sheet: string; validations: ValidationPlan[] }
  | { kind: 'clear-validation'; sheet: string; area: Area }
  /** Conditional formats of an area, in the place of those that are there. */
  | { kind: 'reformat'; sheet: string; area: Area; formats: ConditionalFormatPlan[] }
  /** Cells whose number formats stay as they are. */
  | { kind: 'write-cells'; sheet: string; row: number; column: number; cells: CellContent[][] }
  | { kind: 'cell-fonts'; sheet: string; font: string; areas: Area[] }
  /** Contents and formats. */
  | { kind: 'clear-cells'; sheet: string; area: Area }
  /** Before the body row `index` (0-based) of a table; `block` is where they come to stand. */
  | { kind: 'insert-rows'; sheet: string; table: string; index: number; block: Block }
  | { kind: 'delete-rows'; sheet: string; area: Area }
  /** Of cells that stand there already, header row first. */
  | { kind: 'make-table'; sheet: string; table: TablePlan }
  | { kind: 'rename-table'; sheet: string; table: string; name: string }
  /** A blank one behind the last; the area of the validation is not looked at. */
  | {
      kind: 'add-column';
      sheet: string;
      table: string;
      header: string;
      numberFormat: string;
      /** Points. */
      width: number;
      validation: ValidationPlan | null;
    }
  | { kind: 'row-heights'; sheet: string; heights: { row: number; height: number }[] }
  /** Heights follow the wrapped text: cells that moved up or down left theirs behind. */
  | { kind: 'fit-rows'; sheet: string; first: number; last: number };
