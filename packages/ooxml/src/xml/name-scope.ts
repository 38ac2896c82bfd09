/**
 * Chooses the prefix under which names of a namespace are read, whatever prefix the document uses.
 * `written` is the document's own prefix; '' as answer means that names have none.
 */
export type NamespacePolicy = (uri: string, written: string) => string;

/** Prefix of names whose prefix the document does not declare. */
export const UNKNOWN_PREFIX = '?';

/** Translates names as written: `ns0:p` to `w:p`, `<row>` to `x:row`. */
export type NameScope = {
  element: (written: string) => string;
  attribute: (written: string) => string;
  /** Translates a prefix; {@link UNKNOWN_PREFIX} if the document does not declare it. */
  prefix: (written: string) => string;
  /** Returns the scope inside an element with these attributes: itself if they declare no namespace. */
  inside: (attributes: Readonly<Record<string, string>>) => NameScope;
};

type DeclaredPrefixes = ReadonlyMap<string, string>;

const qualifyName = (prefix: string, local: string): string => (prefix ? `${prefix}:${local}` : local);

function createScope(declared: DeclaredPrefixes, policy: NamespacePolicy): NameScope {
  const elements = new Map<string, string>();
  const attributes = new Map<string, string>();
  const findPrefix = (written: string): string => declared.get(written) ?? UNKNOWN_PREFIX;
  const translate = (names: Map<string, string>, written: string, defaultPrefix: string): string => {
    let name = names.get(written);
    if (name !== undefined) return name;
    const colon = written.indexOf(':');
    name =
      colon < 0
        ? qualifyName(defaultPrefix, written)
        : qualifyName(findPrefix(written.slice(0, colon)), written.slice(colon + 1));
    names.set(written, name);
    return name;
  };
  const elementPrefix = declared.get('') ?? '';

  const scope: NameScope = {
    element: (written) => translate(elements, written, elementPrefix),
    attribute: (written) => translate(attributes, written, ''),
    prefix: findPrefix,
    inside: (written) => {
      let inner: Map<string, string> | null = null;
      for (const name in written) {
        if (!name.startsWith('xmlns')) continue;
        const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
        if (prefix === null) continue;
        inner ??= new Map(declared);
        inner.set(prefix, policy(written[name]!, prefix));
      }
      return inner && !hasSameDeclarations(inner, declared) ? createScope(inner, policy) : scope;
    },
  };
  return scope;
}

/** Writers repeat declarations on element after element; the translated names need not be discarded for it. */
function hasSameDeclarations(a: DeclaredPrefixes, b: DeclaredPrefixes): boolean {
  if (a.size !== b.size) return false;
  for (const [written, prefix] of a) if (b.get(written) !== prefix) return false;
  return true;
}

export const createRootScope = (policy: NamespacePolicy): NameScope =>
  createScope(new Map([['xml', 'xml']]), policy);
