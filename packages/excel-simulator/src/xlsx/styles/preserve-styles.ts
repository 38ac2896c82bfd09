import type { PreservedWorkbook } from '../preserved-content';
import type { WorkbookStyles } from './read-styles';

/** Differential formats are kept by number only where something that is kept refers to them so. */
export function preserveStyles(
  styles: WorkbookStyles,
  preserved: PreservedWorkbook,
  areReferred: boolean,
): void {
  if (styles.defaultFont) preserved.defaultFont = styles.defaultFont;
  const { tableStyles, ...others } = styles.elements;
  const hasOwnTableStyles = tableStyles?.includes('<tableStyle ') ?? false;
  const elements = { ...others, ...(hasOwnTableStyles ? { tableStyles } : {}) };
  if (Object.keys(elements).length > 0) preserved.styleElements = elements;
  if (areReferred || hasOwnTableStyles || others['extLst']) preserved.dxfs = styles.dxfMarkup;
}
