/**
 * The namespaces readers look at, each under one short prefix of ours: transitional and strict OOXML are the same
 * to them, and so is whatever prefix a writer chose. Source: ECMA-376 parts 1 and 4.
 */
const NAMESPACE_URIS = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  x: [
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  m: [
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
  rel: ['http://schemas.openxmlformats.org/package/2006/relationships'],
  ct: ['http://schemas.openxmlformats.org/package/2006/content-types'],
} satisfies Record<string, readonly string[]>;

const PREFIX_BY_URI: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACE_URIS).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
);

/** Prefix of names in namespaces no reader looks at. */
const UNKNOWN_PREFIX = '?';

/** Turns names as written into ours: `ns0:p` to `w:p`, `<row>` to `x:row`, anything unknown to `?:name`. */
export type NameScope = {
  element: (written: string) => string;
  attribute: (written: string) => string;
  /** The scope inside an element with these attributes: itself when they declare no namespace. */
  inside: (attributes: Readonly<Record<string, string>>) => NameScope;
};

type DeclaredPrefixes = ReadonlyMap<string, string>;

function createScope(declared: DeclaredPrefixes): NameScope {
  const elements = new Map<string, string>();
  const attributes = new Map<string, string>();
  const resolve = (written: string, bare: string): string => {
    const colon = written.indexOf(':');
    if (colon < 0) return bare + written;
    return `${declared.get(written.slice(0, colon)) ?? UNKNOWN_PREFIX}:${written.slice(colon + 1)}`;
  };
  const remembered = (names: Map<string, string>, written: string, bare: string): string => {
    let name = names.get(written);
    if (name === undefined) names.set(written, (name = resolve(written, bare)));
    return name;
  };
  const bareElement = declared.has('') ? `${declared.get('')}:` : '';

  const scope: NameScope = {
    element: (written) => remembered(elements, written, bareElement),
    attribute: (written) => remembered(attributes, written, ''),
    inside: (written) => {
      let inner: Map<string, string> | null = null;
      for (const name in written) {
        if (!name.startsWith('xmlns')) continue;
        const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
        if (prefix === null) continue;
        inner ??= new Map(declared);
        inner.set(prefix, PREFIX_BY_URI.get(written[name]!) ?? UNKNOWN_PREFIX);
      }
      return inner && !hasSameDeclarations(inner, declared) ? createScope(inner) : scope;
    },
  };
  return scope;
}

/** Writers repeat declarations on element after element; the remembered names need not be thrown away for it. */
function hasSameDeclarations(a: DeclaredPrefixes, b: DeclaredPrefixes): boolean {
  if (a.size !== b.size) return false;
  for (const [prefix, ours] of a) if (b.get(prefix) !== ours) return false;
  return true;
}

export const createRootScope = (): NameScope => createScope(new Map([['xml', 'xml']]));
