/**
 * pdf.js fetches entries of pages ahead and forgets the promises; where a damaged file lacks such an entry or ends inside it, nobody
 * hears of the rejection, which in Node ends the process though the reader itself goes on or refuses.
 */
const STRAY_ERROR_NAMES: ReadonlySet<string> = new Set(['ParserEOFException', 'XRefEntryException']);

function getErrorName(reason: unknown): string {
  return typeof reason === 'object' && reason !== null && 'name' in reason ? String(reason.name) : '';
}

/** Lets such rejections pass; all others still end the process. */
export function ignoreStrayRejections(): void {
  process.on('unhandledRejection', (reason) => {
    if (!STRAY_ERROR_NAMES.has(getErrorName(reason))) throw reason;
  });
}
