import { type RefObject, useEffect, useState } from 'react';

/**
 * Keys of the waiting rows of a list that were seen whole, or filled the window, since the list was opened.
 * @param rows the rows of the list; the others are not watched
 */
export function useInView(list: RefObject<HTMLElement>, rows: readonly { key: number }[]): Set<number> {
  const [seen, setSeen] = useState<Set<number>>(new Set());
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const newlySeen = entries
          .filter(
            ({ intersectionRatio, intersectionRect, rootBounds }) =>
              intersectionRatio > 0.95 ||
              (rootBounds !== null && intersectionRect.height > 0.9 * rootBounds.height),
          )
          .map(({ target }) => Number((target as HTMLElement).dataset['row']));
        if (newlySeen.length > 0) setSeen((before) => new Set([...before, ...newlySeen]));
      },
      { threshold: [0.25, 0.5, 0.75, 0.96] },
    );
    for (const { key } of rows) {
      const row = list.current?.querySelector(`[data-row="${key}"]`);
      if (row) observer.observe(row);
    }
    return () => observer.disconnect();
  }, [list, rows]);
  return seen;
}
