import { type RefObject, useEffect, useState } from 'react';

/** Rows painted at first, and more whenever the end of the list comes near. */
const ROWS_PER_STEP = 150;

/** How many rows of a long list are painted; `end` is what stands behind the last of them. */
export function useGrowingLimit(end: RefObject<HTMLElement>, count: number): number {
  const [limit, setLimit] = useState(ROWS_PER_STEP);
  useEffect(() => {
    const last = end.current;
    if (!last || limit >= count) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setLimit(limit + ROWS_PER_STEP),
      { rootMargin: '600px' },
    );
    observer.observe(last);
    return () => observer.disconnect();
  }, [end, count, limit]);
  return limit;
}
