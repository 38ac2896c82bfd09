import { type RefObject, useLayoutEffect } from 'react';

/** Three tasks: less would be no list. */
const MIN_HEIGHT_PX = 220;
/** Space that stays below the bar. */
const MARGIN_PX = 8;

/**
 * Makes a list as high as the window allows between what stands above it and the bar of actions that follows it, so that
 * as many rows as possible are seen together with the bar.
 */
export function useFillHeight(list: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const element = list.current;
    const bar = element?.nextElementSibling;
    if (!element || !bar) return undefined;
    const fit = (): void => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      const space = window.innerHeight - top - bar.getBoundingClientRect().height - MARGIN_PX;
      element.style.maxHeight = `${Math.max(MIN_HEIGHT_PX, Math.floor(space))}px`;
    };
    const observer = new ResizeObserver(fit);
    observer.observe(bar);
    // What stands above changes the height of the page.
    observer.observe(document.body);
    window.addEventListener('resize', fit);
    fit();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', fit);
    };
  });
}
