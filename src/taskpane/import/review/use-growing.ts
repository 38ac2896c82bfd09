import { type RefObject, useEffect, useState } from 'react';

/** Rows painted at first, and more whenever the end of the list comes near. */
const STEP = 150;

/** How many rows of a long list are painted; `end` is what stands behind the last of them. */
export function useGrowing(end: RefObject<HTMLElement>, count: number): number {
  const [limit, setLimit] = useState(STEP);
  useEffect(() => {
    const last = end.current;
    if (!last || limit >= count) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setLimit(limit + STEP),
      { rootMargin: '600px' },
    );
    observer.observe(last);
    return () => observer.disconnect();
  }, [end, count, limit]);
  return limit;
}
