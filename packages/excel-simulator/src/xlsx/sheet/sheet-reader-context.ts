import { type Relationship } from '@phuluc/ooxml/relationships';
import type { SheetModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import type { Losses } from '../losses';
import type { PreservedSheet } from '../preserved-content';
import type { StringItem } from '../shared-strings';
import type { WorkbookStyles } from '../styles/read-styles';
import { type WorkbookPackage } from '../workbook-package';

/** What the readers of one sheet's pieces share. */
export type SheetReaderContext = {
  workbook: WorkbookModel;
  sheet: SheetModel;
  /** Path of the sheet's part. */
  path: string;
  file: WorkbookPackage;
  relationships: readonly Relationship[];
  styles: WorkbookStyles;
  texts: readonly StringItem[];
  formulas: FormulaCodec;
  /** Pixels of a digit of the default font. */
  digit: number;
  preserved: PreservedSheet;
  losses: Losses;
  /** Namespaces of the part that the codec has no name for. */
  foreign: ReadonlyMap<string, string>;
};
