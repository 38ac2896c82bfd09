/** What happened in the workbook, by whomever. Content stands for everything but the selection. */
type WorkbookEvent = 'content' | 'selection';

/**
 * Tells of changes of cells, sheets and the selection, the add-in's own among them. Two syncs at most.
 * @returns a function that ends the telling
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
