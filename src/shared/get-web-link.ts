/** Addresses of the web; other schemes (file:, javascript:, …) are no links that may be opened, nor what they enclose. */
const WEB_LINK = /(?<!(?:blob|feed|filesystem|jar|view-source):)https?:\/\/[^\s<>"“”]+/i;
/** Marks of the sentence around an address. */
const TRAILING_MARKS = /[.,;:!?)\]}»”’']+$/u;

/**
 * Returns the first web address in a text: where evidence can be opened.
 *
 * @returns null if there is none, or if it is no valid address
 */
export function getWebLink(text: string): string | null {
  const [found] = WEB_LINK.exec(text) ?? [];
  if (found === undefined) return null;
  try {
    const { protocol, href, hostname } = new URL(found.replace(TRAILING_MARKS, ''));
    return (protocol === 'https:' || protocol === 'http:') && hostname !== '' ? href : null;
  } catch {
    return null;
  }
}
