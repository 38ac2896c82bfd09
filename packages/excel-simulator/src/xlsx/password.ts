import { type AttributeValue } from '@phuluc/ooxml/xml/write-xml';
import { type XmlElement } from '@phuluc/ooxml/xml/xml-tree';

/**
 * Files hold a password only as a hash. A password read from a file stands in the model as one of
 * `hash:CBEB` (the 16 bits of ECMA-376 part 1, 18.2.29) or `hash:SHA-512:<salt>:<spins>:<hash>`; a password given
 * by the API stands as it is, and is written as the former.
 */
const HASH_PREFIX = 'hash:';

/** The 16-bit hash of a password's bytes, four hexadecimal digits. */
export function hashPassword(password: string): string {
  const bytes = new TextEncoder().encode(password);
  let hash = 0;
  for (let at = bytes.length - 1; at >= 0; at--) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= bytes[at]!;
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return ((hash ^ bytes.length ^ 0xce4b) & 0xffff).toString(16).toUpperCase().padStart(4, '0');
}

/**
 * Whether a password fits the one a protection holds. A SHA hash made by Excel (100,000 rounds) is not worked out
 * here: no password fits it.
 */
export function isPasswordMatch(stored: string | undefined, given: string | undefined): boolean {
  if (stored === undefined) return true;
  if (!stored.startsWith(HASH_PREFIX)) return stored === given;
  const hash = stored.slice(HASH_PREFIX.length);
  return given !== undefined && !hash.includes(':') && hashPassword(given) === hash;
}

function prefixAttributeName(prefix: string, name: string): string {
  return prefix ? `${prefix}${name[0]!.toUpperCase()}${name.slice(1)}` : name;
}

/** @param prefix "workbook" for the workbook's own protection, whose attributes are named after it */
export function readPassword(element: XmlElement, prefix: string): string | undefined {
  const attribute = (name: string): string | undefined =>
    element.attributes[prefixAttributeName(prefix, name)];
  const algorithm = attribute('algorithmName');
  const hash = attribute('hashValue');
  if (algorithm && hash) {
    return `${HASH_PREFIX}${algorithm}:${attribute('saltValue') ?? ''}:${attribute('spinCount') ?? '0'}:${hash}`;
  }
  const short = attribute('password');
  return short ? `${HASH_PREFIX}${short.toUpperCase().padStart(4, '0')}` : undefined;
}

export function getPasswordAttributes(
  password: string | undefined,
  prefix: string,
): Record<string, AttributeValue> {
  if (!password) return {};
  if (!password.startsWith(HASH_PREFIX))
    return { [prefixAttributeName(prefix, 'password')]: hashPassword(password) };
  const parts = password.slice(HASH_PREFIX.length).split(':');
  if (parts.length === 1) return { [prefixAttributeName(prefix, 'password')]: parts[0] };
  const [algorithm, salt, spins, ...hash] = parts;
  return {
    [prefixAttributeName(prefix, 'algorithmName')]: algorithm,
    [prefixAttributeName(prefix, 'hashValue')]: hash.join(':'),
    [prefixAttributeName(prefix, 'saltValue')]: salt,
    [prefixAttributeName(prefix, 'spinCount')]: spins,
  };
}
