import { readTextArg } from '../../protocol/arguments';
import {
  defineClass,
  defineFindPair,
  defineGetCount,
  defineMethod,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError, HostError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import type { Argument, BatchContext } from '../../protocol/types';

type ScopedCollection = ObjectOf<'CustomXmlPartScopedCollection'>;

/** Returns the namespace of the root element: that of its prefix, or the default one. */
function getRootNamespace(xml: string): string {
  const root = /<([^\s?!/>][^\s/>]*)([^>]*)>/.exec(xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''));
  if (!root) throw createInvalidArgumentError('The custom XML part has no root element.');
  const [, name = '', attributes = ''] = root;
  const prefix = name.includes(':') ? `:${name.split(':')[0]}` : '';
  const found = new RegExp(`\\sxmlns${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}

function requireXmlPart(self: ObjectOf<'CustomXmlPart'>, { workbook }: BatchContext) {
  const part = workbook.customXmlParts.find(({ id }) => id === self.partId);
  if (!part) throw createItemNotFoundError('The custom XML part is no longer in the workbook.');
  return part;
}

const toPartObject = ({ id }: { id: string }): HostObject => ({ class: 'CustomXmlPart', partId: id });

function listParts(_self: unknown, { workbook }: BatchContext): HostObject[] {
  return workbook.customXmlParts.map(toPartObject);
}

function listPartsInNamespace(self: ScopedCollection, { workbook }: BatchContext): HostObject[] {
  return workbook.customXmlParts
    .filter(({ xml }) => getRootNamespace(xml) === self.namespaceUri)
    .map(toPartObject);
}

function findPart(parts: HostObject[], id: Argument): HostObject | null {
  const text = readTextArg(id, 'id');
  return parts.find((part) => part.class === 'CustomXmlPart' && part.partId === text) ?? null;
}

const NO_PART = 'There is no such custom XML part.';

/**
 * Returns the only part of a namespace.
 * @throws HostError where there are several.
 */
function getOnlyPart(parts: HostObject[]): HostObject | null {
  if (parts.length > 1)
    throw new HostError('InvalidOperation', 'The namespace has more than one custom XML part.');
  return parts[0] ?? null;
}

function createPartId({ workbook, session }: BatchContext): string {
  let id: string;
  do {
    session.nextId += 1;
    id = `{${session.nextId.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  } while (workbook.customXmlParts.some((part) => part.id === id));
  return id;
}

export const customXmlPartCollectionClass = defineClass<'CustomXmlPartCollection'>({
  name: 'CustomXmlPartCollection',
  items: listParts,
  members: {
    add: defineObjectMethod((_self, [xml], context) => {
      const text = readTextArg(xml, 'xml');
      getRootNamespace(text);
      const part = { id: createPartId(context), xml: text };
      context.workbook.customXmlParts.push(part);
      return toPartObject(part);
    }),
    getByNamespace: defineObjectMethod((_self, [namespaceUri]) => ({
      class: 'CustomXmlPartScopedCollection',
      namespaceUri: readTextArg(namespaceUri, 'namespaceUri'),
    })),
    getCount: defineGetCount(listParts),
    ...defineFindPair<'CustomXmlPartCollection'>(
      'getItem',
      (self, [id], context) => findPart(listParts(self, context), id),
      NO_PART,
    ),
  },
});

export const customXmlPartScopedCollectionClass = defineClass<'CustomXmlPartScopedCollection'>({
  name: 'CustomXmlPartScopedCollection',
  items: listPartsInNamespace,
  members: {
    getCount: defineGetCount(listPartsInNamespace),
    ...defineFindPair<'CustomXmlPartScopedCollection'>(
      'getItem',
      (self, [id], context) => findPart(listPartsInNamespace(self, context), id),
      NO_PART,
    ),
    ...defineFindPair<'CustomXmlPartScopedCollection'>(
      'getOnlyItem',
      (self, _args, context) => getOnlyPart(listPartsInNamespace(self, context)),
      NO_PART,
    ),
  },
});

export const customXmlPartClass = defineClass<'CustomXmlPart'>({
  name: 'CustomXmlPart',
  identify: (self) => ({ Id: self.partId }),
  ensure: (self, context) => void requireXmlPart(self, context),
  members: {
    id: defineProperty((self) => self.partId),
    namespaceUri: defineProperty((self, context) => getRootNamespace(requireXmlPart(self, context).xml)),
    delete: defineMethod((self, _args, context) => {
      const part = requireXmlPart(self, context);
      context.workbook.customXmlParts.splice(context.workbook.customXmlParts.indexOf(part), 1);
    }),
    getXml: defineMethod((self, _args, context) => requireXmlPart(self, context).xml),
    setXml: defineMethod((self, [xml], context) => {
      const text = readTextArg(xml, 'xml');
      getRootNamespace(text);
      requireXmlPart(self, context).xml = text;
    }),
  },
});
