import type { RawDocument, RawTable } from '../../src/readers/raw-document';
import type { Result } from '../../src/shared/result';
import { createRandom, pick } from '../../test/support/random';
import type { CustomFuzzTarget, FuzzTarget } from './targets';

/** The file of one run: the same for the same seed and run, whatever ran before. */
export function createMutant(target: FuzzTarget, seed: number, run: number): Uint8Array {
  const random = createRandom(seed * 1_000_003 + run);
  return pick(target.mutations, random)(pick(target.samples, random)(), random);
}

/** Reads one mutant; null when the reader kept its promises, else what it broke. */
export async function fuzzOnce(
  target: FuzzTarget | CustomFuzzTarget,
  seed: number,
  run: number,
): Promise<string | null> {
  if ('once' in target) return target.once(seed, run);
  const bytes = createMutant(target, seed, run);
  const before = bytes.slice();
  try {
    const result = await target.read(bytes);
    if (bytes.some((byte, index) => byte !== before[index])) return 'the reader changed its input';
    return findViolation(result);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function findViolation(result: Result<unknown>): string | null {
  if (!result.ok) return result.problems.length === 0 ? 'refused without a problem' : null;
  const { blocks } = result.value as Partial<RawDocument>;
  return (
    blocks
      ?.map((block) => (block.kind === 'table' ? findTableViolation(block) : null))
      .find((broken) => broken !== null) ?? null
  );
}

/** What whoever lays a table out as a grid relies on. */
function findTableViolation({ rowCount, columnCount, rows, cells }: RawTable): string | null {
  if (rows.length !== rowCount) return `${rows.length} rows, rowCount ${rowCount}`;
  for (const { row, column, rowSpan, columnSpan } of cells) {
    const numbers = [row, column, rowSpan - 1, columnSpan - 1];
    const inside = row + rowSpan <= rowCount && column + columnSpan <= columnCount;
    if (!inside || !numbers.every((number) => Number.isInteger(number) && number >= 0))
      return `cell ${row},${column} spans ${rowSpan}x${columnSpan} in ${rowCount}x${columnCount}`;
  }
  return null;
}
