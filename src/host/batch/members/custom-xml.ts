import { textArg } from '../arguments';
import { type Argument, countOf, defineClass, method, object, property } from '../class-table';
import type { BatchContext } from '../context';
import { HostError, invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';

type Scoped = ObjectOf<'CustomXmlPartScopedCollection'>;

/** Namespace of the root element: its own prefix's, or the default one. */
function namespaceOf(xml: string): string {
  const root = /<([^\s?!/>][^\s/>]*)([^>]*)>/.exec(xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''));
  if (!root) throw invalidArgument('The custom XML part has no root element.');
  const [, name = '', attributes = ''] = root;
  const prefix = name.includes(':') ? `:${name.split(':')[0]}` : '';
  const found = new RegExp(`\\sxmlns${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}

function own(self: ObjectOf<'CustomXmlPart'>, { workbook }: BatchContext) {
  const part = workbook.customXmlParts.find(({ id }) => id === self.partId);
  if (!part) throw itemNotFound('The custom XML part is no longer in the workbook.');
  return part;
}

const partObject = ({ id }: { id: string }): HostObject => ({ class: 'CustomXmlPart', partId: id });

function items(_self: unknown, { workbook }: BatchContext): HostObject[] {
  return workbook.customXmlParts.map(partObject);
}

function scoped(self: Scoped, { workbook }: BatchContext): HostObject[] {
  return workbook.customXmlParts.filter(({ xml }) => namespaceOf(xml) === self.namespaceUri).map(partObject);
}

function find(parts: HostObject[], id: Argument): HostObject | null {
  const text = textArg(id, 'id');
  return parts.find((part) => part.class === 'CustomXmlPart' && part.partId === text) ?? null;
}

function required(part: HostObject | null): HostObject {
  if (!part) throw itemNotFound('There is no such custom XML part.');
  return part;
}

/** The only part of a namespace; more than one is refused. */
function onlyOne(parts: HostObject[]): HostObject | null {
  if (parts.length > 1)
    throw new HostError('InvalidOperation', 'The namespace has more than one custom XML part.');
  return parts[0] ?? null;
}

function nextId({ workbook, session }: BatchContext): string {
  let id: string;
  do {
    session.nextId += 1;
    id = `{${session.nextId.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  } while (workbook.customXmlParts.some((part) => part.id === id));
  return id;
}

export const customXmlPartCollection = defineClass<'CustomXmlPartCollection'>({
  name: 'CustomXmlPartCollection',
  items,
  members: {
    add: object((_self, [xml], context) => {
      const text = textArg(xml, 'xml');
      namespaceOf(text);
      const part = { id: nextId(context), xml: text };
      context.workbook.customXmlParts.push(part);
      return partObject(part);
    }),
    getByNamespace: object((_self, [namespaceUri]) => ({
      class: 'CustomXmlPartScopedCollection',
      namespaceUri: textArg(namespaceUri, 'namespaceUri'),
    })),
    getCount: countOf(items),
    getItem: object((self, [id], context) => required(find(items(self, context), id))),
    getItemOrNullObject: object((self, [id], context) => find(items(self, context), id)),
  },
});

export const customXmlPartScopedCollection = defineClass<'CustomXmlPartScopedCollection'>({
  name: 'CustomXmlPartScopedCollection',
  items: scoped,
  members: {
    getCount: countOf(scoped),
    getItem: object((self, [id], context) => required(find(scoped(self, context), id))),
    getItemOrNullObject: object((self, [id], context) => find(scoped(self, context), id)),
    getOnlyItem: object((self, _args, context) => required(onlyOne(scoped(self, context)))),
    getOnlyItemOrNullObject: object((self, _args, context) => onlyOne(scoped(self, context))),
  },
});

export const customXmlPart = defineClass<'CustomXmlPart'>({
  name: 'CustomXmlPart',
  identify: (self) => ({ Id: self.partId }),
  ensure: (self, context) => void own(self, context),
  members: {
    id: property((self) => self.partId),
    namespaceUri: property((self, context) => namespaceOf(own(self, context).xml)),
    delete: method((self, _args, context) => {
      const part = own(self, context);
      context.workbook.customXmlParts.splice(context.workbook.customXmlParts.indexOf(part), 1);
    }),
    getXml: method((self, _args, context) => own(self, context).xml),
    setXml: method((self, [xml], context) => {
      const text = textArg(xml, 'xml');
      namespaceOf(text);
      own(self, context).xml = text;
    }),
  },
});
