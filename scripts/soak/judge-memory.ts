/** Megabytes that a garbage collection leaves more or less of, whatever the program does. */
const NOISE_MEGABYTES = 4;
/** The last third of the actions may hold so much more than the second. */
const MAX_GROWTH = 1.1;

type MemoryVerdict = { early: number; middle: number; late: number; isFlat: boolean };

function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Compares thirds of what was measured after each action (megabytes); the first third fills caches. */
export function judgeMemory(megabytes: readonly number[]): MemoryVerdict {
  const third = Math.floor(megabytes.length / 3);
  const [early, middle, late] = [0, 1, 2].map((part) =>
    findMedian(megabytes.slice(part * third, part === 2 ? undefined : (part + 1) * third)),
  ) as [number, number, number];
  return { early, middle, late, isFlat: late <= middle * MAX_GROWTH + NOISE_MEGABYTES };
}
