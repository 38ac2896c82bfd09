/** The requirement set without which the add-in does not start; `manifest.xml` says the same. */
export const REQUIRED_API_SET = { set: 'ExcelApi', version: '1.9' } as const;

/** Whether this Excel is new enough. The only file that asks for requirement sets. */
export function isExcelSupported(): boolean {
  return Office.context.requirements.isSetSupported(REQUIRED_API_SET.set, REQUIRED_API_SET.version);
}

/** Whether a page of our own can be shown in a window beside Excel. */
export const canOpenDialogs = (): boolean => Office.context.requirements.isSetSupported('DialogApi', '1.1');
