import { ok, type Result } from '../result';
import { UNKNOWN_PREFIX } from './name-scope';
import { getKnownPrefix, NAMESPACES } from './namespaces';
import { readXmlTree, type TreeOptions, type XmlElement } from './xml-tree';

export type XmlDocument = {
  root: XmlElement;
  /** Prefix → address of the namespaces that {@link NAMESPACES} does not list. */
  foreign: ReadonlyMap<string, string>;
};

/** Keeps unknown namespaces under a free prefix, so that what is not understood can be written back. */
class PrefixTable {
  readonly foreign = new Map<string, string>();

  getPrefix(uri: string, written: string): string {
    const known = getKnownPrefix(uri);
    if (known !== undefined) return known;
    for (let number = 1; ; number++) {
      const prefix = number === 1 && written && !(written in NAMESPACES) ? written : `n${number}`;
      const taken = this.foreign.get(prefix);
      if (taken === undefined) this.foreign.set(prefix, uri);
      if (taken === undefined || taken === uri) return prefix;
    }
  }
}

/** Prefixes whose attributes are kept although the document lists them as ignorable: the simulator reads them. */
const READ_IGNORABLE_PREFIXES = new Set(['xr', 'local', '']);

/** Makes the part xml-damaged: a name without a declared prefix could not be written back. */
function checkPrefix(name: string): void {
  if (name.startsWith(`${UNKNOWN_PREFIX}:`)) throw new Error(name);
}

/** No limit but those of the zip: rows are consumed as they are read. */
const NO_LIMITS = { elements: Infinity, characters: Infinity };

const FEED_BYTES = 256 * 1024;

/**
 * Reads a part for a program that writes it back: names carry the prefix of {@link NAMESPACES} ("row", "x14:cfRule",
 * "r:id"), names of unknown namespaces are kept, attributes that the document declares ignorable are dropped.
 * Problems: as `readXmlTree`.
 * @param consumers receive elements as they end, with the unknown namespaces met so far.
 * @throws what a consumer throws.
 */
export function readXmlDocument(
  bytes: Uint8Array,
  consumers: Readonly<
    Record<string, (element: XmlElement, foreign: ReadonlyMap<string, string>) => void>
  > = {},
): Result<XmlDocument> {
  const prefixes = new PrefixTable();
  let thrown: { error: unknown } | null = null;
  let ignorable: ReadonlySet<string> = new Set();

  const readAttributes: TreeOptions['readAttributes'] = (attributes, { name: element, scope, isRoot }) => {
    checkPrefix(element);
    const read: Record<string, string> = {};
    for (const name in attributes) {
      checkPrefix(name);
      const colon = name.indexOf(':');
      if (colon > 0 && ignorable.has(name.slice(0, colon))) continue;
      const value = attributes[name]!;
      // The values of these two are prefixes themselves.
      const isPrefixList = name === 'mc:Ignorable' || name.slice(colon + 1) === 'Requires';
      read[name] = isPrefixList
        ? value
            .split(/\s+/)
            .filter(Boolean)
            .map((one) => scope.prefix(one))
            .join(' ')
        : value;
    }
    if (isRoot) {
      const listed = read['mc:Ignorable']?.split(' ') ?? [];
      ignorable = new Set(listed.filter((prefix) => !READ_IGNORABLE_PREFIXES.has(prefix)));
    }
    return read;
  };
  const tree = readXmlTree(
    (sink) => {
      for (let at = 0; at < bytes.length; at += FEED_BYTES)
        if (!sink(bytes.subarray(at, at + FEED_BYTES))) break;
      return ok(undefined);
    },
    {
      lenient: true,
      limits: NO_LIMITS,
      prefixes: (uri, written) => prefixes.getPrefix(uri, written),
      readAttributes,
      consumers: new Map(
        Object.entries(consumers).map(([name, consume]) => [
          name,
          (element: XmlElement) => {
            try {
              consume(element, prefixes.foreign);
            } catch (error) {
              thrown ??= { error };
              throw error;
            }
          },
        ]),
      ),
    },
  );
  // The parser takes what a handler throws for damaged XML.
  if (thrown) throw (thrown as { error: unknown }).error;
  return tree.ok ? ok({ root: tree.value, foreign: prefixes.foreign }) : tree;
}
