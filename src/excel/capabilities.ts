/** The requirement set without which the add-in does not start; `manifest.xml` says the same. */
export const FLOOR = { set: 'ExcelApi', version: '1.9' } as const;

/** Whether this Excel is new enough. The only file that asks for requirement sets. */
export function reachesFloor(): boolean {
  return Office.context.requirements.isSetSupported(FLOOR.set, FLOOR.version);
}

/** Whether a page of our own can be shown in a window beside Excel. */
export const hasDialogs = (): boolean => Office.context.requirements.isSetSupported('DialogApi', '1.1');
