/**
 * The requirement set that the add-in needs. `manifest.xml` asks only for ExcelApi 1.1: where its requirement is not
 * met, Excel hides the add-in, so that nobody could read which Excel it needs. The pane says so instead.
 */
export const REQUIRED_API_SET = { set: 'ExcelApi', version: '1.9' } as const;

/** Returns true if this Excel supports the requirement set. No other file asks for requirement sets. */
export function isExcelSupported(): boolean {
  return Office.context.requirements.isSetSupported(REQUIRED_API_SET.set, REQUIRED_API_SET.version);
}

/** Returns true if a page of the add-in can be shown in a dialog window. */
export function canOpenDialogs(): boolean {
  return Office.context.requirements.isSetSupported('DialogApi', '1.1');
}
