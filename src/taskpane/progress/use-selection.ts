import { useEffect, useState } from 'react';

/** The same for the same keys, whichever was chosen first. */
export const toSelectionKey = (keys: readonly string[]): string => [...keys].sort().join('\n');

type PickedRows = {
  keys: readonly string[];
  /** Selections of the sheet that are on their way to these keys: not those of somebody else. */
  pending: readonly string[];
};

/**
 * What is selected: rows picked in the list, which the sheet follows with some delay, until the sheet's selection is
 * moved elsewhere.
 */
export function useSelection(fromSheet: readonly string[]): {
  selected: readonly string[];
  pick: (keys: readonly string[]) => void;
} {
  const [picked, setPicked] = useState<PickedRows | null>(null);
  const sheet = toSelectionKey(fromSheet);
  const wanted = picked && toSelectionKey(picked.keys);
  useEffect(() => {
    // The sheet has arrived; from here on every other selection is the clerk's.
    if (wanted !== null && wanted === sheet) {
      setPicked((before) => before && { ...before, pending: [wanted] });
    }
  }, [wanted, sheet]);
  return {
    selected: picked?.pending.includes(sheet) ? picked.keys : fromSheet,
    pick: (keys) =>
      setPicked((before) => ({
        keys,
        pending: [...(before?.pending ?? []), sheet, toSelectionKey(keys)],
      })),
  };
}
