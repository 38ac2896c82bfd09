/** Where the manifest of the repository points: the developer's own machine. */
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

/**
 * The address the pages are served from: https, without a query; a folder is allowed ("https://truong.vn/phu-luc").
 * Null where it is no such address.
 */
export function readOrigin(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const isPlain = url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (url.protocol !== 'https:' || !isPlain) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The manifest for other pages: addresses below the new one, the domain that the pane may open. */
export function createManifest(manifest: string, origin: string, version: string): string {
  return manifest
    .replaceAll(
      `<AppDomain>${DEVELOPMENT_ORIGIN}</AppDomain>`,
      `<AppDomain>${new URL(origin).origin}</AppDomain>`,
    )
    .replaceAll(DEVELOPMENT_ORIGIN, origin)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}
