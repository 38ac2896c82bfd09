import { useEffect, useState } from 'react';

/** The same for the same keys, whichever was chosen first. */
export const inOneOrder = (keys: readonly string[]): string => [...keys].sort().join('\n');

type Picked = {
  keys: readonly string[];
  /** Selections of the sheet that are on their way to these keys: not those of somebody else. */
  onTheWay: readonly string[];
};

/**
 * What is selected: rows picked in the list, which the sheet follows with some delay, until the sheet's selection is
 * moved elsewhere.
 */
export function useSelection(fromSheet: readonly string[]): {
  selected: readonly string[];
  pick: (keys: readonly string[]) => void;
} {
  const [picked, setPicked] = useState<Picked | null>(null);
  const sheet = inOneOrder(fromSheet);
  const wanted = picked && inOneOrder(picked.keys);
  useEffect(() => {
    // The sheet has arrived; from here on every other selection is the clerk's.
    if (wanted !== null && wanted === sheet) {
      setPicked((before) => before && { ...before, onTheWay: [wanted] });
    }
  }, [wanted, sheet]);
  return {
    selected: picked?.onTheWay.includes(sheet) ? picked.keys : fromSheet,
    pick: (keys) =>
      setPicked((before) => ({
        keys,
        onTheWay: [...(before?.onTheWay ?? []), sheet, inOneOrder(keys)],
      })),
  };
}
