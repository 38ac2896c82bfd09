import type { CellRange } from '@phuluc/ooxml/a1';
import type {
  CellBlock,
  CellContent,
  ConditionalFormatSpec,
  FillSpec,
  SheetSpec,
  TableSpec,
  ValidationSpec,
} from './sheet-spec';

/** One thing to do to a workbook, with the addresses of the snapshot it was planned on. Steps are done in order. */
export type Operation =
  /** Tables of all sheets are made before the formulas that speak of them. */
  | { kind: 'add-sheets'; sheets: SheetSpec[]; activate: string | null }
  /** 0-based among all sheets. */
  | { kind: 'place-sheet'; sheet: string; position: number }
  /** Where no visible sheet would be left, a blank one of the name `instead` is added first. */
  | { kind: 'remove-sheets'; sheets: string[]; names: string[]; instead: string | null }
  | { kind: 'remove-names'; names: string[] }
  /** Clears the sheet and writes the plan on it; the sheet itself stays, the charts given go, the names given are there. */
  | { kind: 'rewrite-sheet'; sheet: SheetSpec; names: string[]; charts: string[] }
  | { kind: 'write-blocks'; sheet: string; blocks: CellBlock[] }
  | { kind: 'fill'; sheet: string; fills: FillSpec[] }
  | { kind: 'validate'; sheet: string; validations: ValidationSpec[] }
  | { kind: 'clear-validation'; sheet: string; area: CellRange }
  /** Conditional formats of an area, in the place of those that are there. */
  | { kind: 'reformat'; sheet: string; area: CellRange; formats: ConditionalFormatSpec[] }
  /** Cells whose number formats stay as they are. */
  | { kind: 'write-cells'; sheet: string; row: number; column: number; cells: CellContent[][] }
  | { kind: 'cell-fonts'; sheet: string; font: string; areas: CellRange[] }
  /** Contents and formats. */
  | { kind: 'clear-cells'; sheet: string; area: CellRange }
  /** Before the body row `index` (0-based) of a table; `block` is where they come to stand. */
  | { kind: 'insert-rows'; sheet: string; table: string; index: number; block: CellBlock }
  | { kind: 'delete-rows'; sheet: string; area: CellRange }
  /** Of cells that stand there already, header row first. */
  | { kind: 'make-table'; sheet: string; table: TableSpec }
  | { kind: 'rename-table'; sheet: string; table: string; name: string }
  /** Switches the header row of a table on again. */
  | { kind: 'show-headers'; sheet: string; table: string }
  /** A blank one behind the last; the area of the validation is not looked at. */
  | {
      kind: 'add-column';
      sheet: string;
      table: string;
      header: string;
      numberFormat: string;
      /** Points; absent where the width of the sheet's column stays. */
      width?: number;
      validation: ValidationSpec | null;
    }
  /** The column goes with its cells. */
  | { kind: 'remove-column'; sheet: string; table: string; header: string }
  | { kind: 'row-heights'; sheet: string; heights: { row: number; height: number }[] }
  /** Heights follow the wrapped text: cells that moved up or down left theirs behind. */
  | { kind: 'fit-rows'; sheet: string; first: number; last: number };
