import { useEffect, useRef } from 'react';

const FOCUSABLE_SELECTOR =
  'a[href],button,input,textarea,select,[tabindex]:not([tabindex="-1"]),[contenteditable="true"]';
/** What a control does with the focus when it closes (a list of choices gives it back) comes first. */
const RESTORE_DELAY_MS = 60;

/** What stands in a folded part has rectangles, but is not shown. */
const isRendered = (element: Element): boolean =>
  // Missing in older web views.
  typeof element.checkVisibility === 'function'
    ? element.checkVisibility()
    : element.getClientRects().length > 0;

function isFocusable(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.isConnected &&
    !element.matches(':disabled') &&
    isRendered(element) &&
    // Of the options of a list, the rows of a grid and the tabs only one is in the order of keys.
    element.tabIndex >= 0
  );
}

function findFirstFocusable(place: Element): HTMLElement | undefined {
  return [...place.querySelectorAll(FOCUSABLE_SELECTOR)].find(isFocusable);
}

/** The element itself, or the first to go on from near where it was: in what is left around it, else on the screen. */
function findNearestFocusable(lost: Element, around: readonly Element[]): HTMLElement | null {
  if (isFocusable(lost)) return lost;
  const panel = document.querySelector<HTMLElement>('[role=tabpanel]');
  for (const place of around) {
    if (!place.isConnected || place === document.body || place.matches('main')) continue;
    const found = findFirstFocusable(place);
    if (found) return found;
  }
  // A screen without anything to go to: its tab.
  return (
    (panel && findFirstFocusable(panel)) ??
    document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
  );
}

/**
 * Whoever works by keyboard stays where they are: where the element with the focus goes or is disabled by what it did,
 * the focus comes back to it or to what is next to it, instead of to the top of the page. While a command runs its
 * button is only waited for.
 */
export function useFocusRestoration(isRunning: boolean): void {
  const running = useRef(isRunning);
  running.current = isRunning;
  const check = useRef<() => void>(() => undefined);
  useEffect(() => {
    let lost: Element | null = null;
    let around: Element[] = [];
    let timer = 0;
    const settle = (): void => {
      const { activeElement } = document;
      // Whoever types in the sheet is not taken away from there.
      if (!document.hasFocus()) return;
      if (!lost || (activeElement && activeElement !== document.body)) return;
      const waits = lost.isConnected && running.current;
      if (waits && !isFocusable(lost)) return;
      findNearestFocusable(lost, around)?.focus();
    };
    const later = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(settle, RESTORE_DELAY_MS);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target === document.body) return;
      lost = target;
      around = [];
      for (let place = target.parentElement; place; place = place.parentElement) around.push(place);
    };
    const onBlur = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget) return;
      window.setTimeout(() => {
        // Left on purpose, by a click on nothing: the element could have kept it.
        if (target === lost && lost && isFocusable(lost) && document.hasFocus()) lost = null;
        else later();
      });
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body || !document.activeElement) later();
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden', 'open'],
    });
    check.current = later;
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);
  useEffect(() => {
    if (!isRunning) check.current();
  }, [isRunning]);
}
