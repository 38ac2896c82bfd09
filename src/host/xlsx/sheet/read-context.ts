import type { SheetModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formula-codec';
import type { KeptSheet } from '../kept';
import type { Losses } from '../losses';
import type { OpcPackage, Relationship } from '../opc/package';
import type { ReadText } from '../shared-strings';
import type { ReadStyles } from '../styles/read-styles';

/** What the readers of one sheet's pieces share. */
export type SheetReading = {
  workbook: WorkbookModel;
  sheet: SheetModel;
  /** Path of the sheet's part. */
  path: string;
  file: OpcPackage;
  relationships: readonly Relationship[];
  styles: ReadStyles;
  texts: readonly ReadText[];
  formulas: FormulaCodec;
  /** Pixels of a digit of the default font. */
  digit: number;
  kept: KeptSheet;
  losses: Losses;
  /** Namespaces of the part that the codec has no name for. */
  foreign: ReadonlyMap<string, string>;
};
