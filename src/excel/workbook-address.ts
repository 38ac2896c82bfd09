/** Returns where the open workbook is stored; '' for one that was never saved. */
export function getWorkbookAddress(): string {
  return Office.context.document?.url ?? '';
}
