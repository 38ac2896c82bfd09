import type { SheetModel } from '../model/types';
import type { DirectContext } from './direct-functions';
import type { RangeEntry } from './range-registry';
import type { ArrayValue, RuntimeValue, Scalar } from './runtime-value';

/** What the evaluation of one formula reads from. */
export type Frame = {
  row: number;
  column: number;
  /** The ranges of the formula, by the index of their operand. */
  ranges: readonly RangeEntry[];
  /** What parts that the formula repeats gave, each calculated once. */
  repeated: (RuntimeValue | undefined)[];
  context: DirectContext;
  readCell: (sheet: SheetModel, row: number, column: number) => Scalar;
  readRange: (entry: RangeEntry) => ArrayValue;
};

export type Evaluator = (frame: Frame) => RuntimeValue;
