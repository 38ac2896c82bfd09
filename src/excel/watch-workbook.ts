/** A change in the workbook, whoever made it. "content" is every change except that of the selection. */
type WorkbookEvent = 'content' | 'selection';

/**
 * Reports changes of cells, sheets and the selection, including those by the add-in. Takes at most two syncs.
 * @returns a function that stops the reports
 */
export async function watchWorkbook(listener: (change: WorkbookEvent) => void): Promise<() => void> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const content = async (): Promise<void> => listener('content');
    const selection = async (): Promise<void> => listener('selection');
    const handlers = [
      sheets.onChanged.add(content),
      sheets.onAdded.add(content),
      sheets.onDeleted.add(content),
      sheets.onSelectionChanged.add(selection),
      sheets.onActivated.add(selection),
    ];
    await context.sync();
    return () => {
      void Excel.run(handlers[0]?.context ?? context, async (same) => {
        for (const handler of handlers) handler.remove();
        await same.sync();
      });
    };
  });
}
