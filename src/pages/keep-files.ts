/** The script of a page, with the hash of its release. */
const PAGE_SCRIPT = /\/((taskpane|commands|workbench)\.[0-9a-f]{8}\.js)$/;
/** What belongs to the add-in; a workbook that was opened does not. */
const OWN_FILE = /\.(?:html|js|mjs|css|woff2?|png|wasm)$|\/manifest\.xml$/;
/** Files come several at a time. */
const WAIT_MS = 500;

/** Returns the address of a file of the page's own folder, without its options; '' of any other. */
function toOwnFile(address: string): string {
  const file = address.replace(/[?#].*$/s, '');
  return file.startsWith(new URL('.', window.location.href).href) && OWN_FILE.test(file) ? file : '';
}

/**
 * Has the files of this page kept, those too that it loads from now on, so that it opens again without its server
 * (issue 19). Where the browser keeps nothing, nothing happens.
 */
export async function keepFiles(): Promise<void> {
  const [, release, page] =
    [...document.scripts].map(({ src }) => PAGE_SCRIPT.exec(src)).find((match) => match !== null) ?? [];
  // Absent in a page that is not on https or localhost.
  const { serviceWorker } = navigator as Partial<Pick<Navigator, 'serviceWorker'>>;
  if (!release || !serviceWorker) return;
  await serviceWorker.register('service-worker.js');
  const { active } = await serviceWorker.ready;
  const files = new Set([toOwnFile(window.location.href)]);
  let timer = 0;
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) files.add(toOwnFile(name));
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      active?.postMessage({ page, release, files: [...files].filter((file) => file !== '') });
      files.clear();
    }, WAIT_MS);
  }).observe({ type: 'resource', buffered: true });
}
