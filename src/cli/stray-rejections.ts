/**
 * pdf.js fetches entries of pages ahead and forgets the promises; where a damaged file lacks such an entry, nobody
 * hears of the rejection, which in Node ends the process though the reader itself goes on or refuses.
 */
const strayNames: ReadonlySet<string> = new Set(['XRefEntryException']);

function nameOf(reason: unknown): string {
  return typeof reason === 'object' && reason !== null && 'name' in reason ? String(reason.name) : '';
}

/** Lets such rejections pass; all others still end the process. */
export function letStrayRejectionsPass(): void {
  process.on('unhandledRejection', (reason) => {
    if (!strayNames.has(nameOf(reason))) throw reason;
  });
}
