import { textArg } from '../arguments';
import { type Argument, countOf, defineClass, method, object, property } from '../class-table';
import type { BatchContext } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import type { Json } from '../wire';

function items(_self: ObjectOf<'SettingCollection'>, { workbook }: BatchContext): HostObject[] {
  return [...workbook.settings.keys()].map((key) => ({ class: 'Setting', key }));
}

function find(key: Argument, { workbook }: BatchContext): HostObject | null {
  const text = textArg(key, 'key');
  return workbook.settings.has(text) ? { class: 'Setting', key: text } : null;
}

/** workbook.settings; the same store as Office.context.document.settings. */
export const settingCollection = defineClass<'SettingCollection'>({
  name: 'SettingCollection',
  items,
  members: {
    add: object((_self, [key, value], { workbook }) => {
      const text = textArg(key, 'key');
      if (text === '') throw invalidArgument('A setting needs a key.');
      workbook.settings.set(text, value ?? null);
      return { class: 'Setting', key: text };
    }),
    getCount: countOf(items),
    getItem: object((_self, [key], context) => {
      const setting = find(key, context);
      if (!setting) throw itemNotFound(`There is no setting ${String(key)}.`);
      return setting;
    }),
    getItemOrNullObject: object((_self, [key], context) => find(key, context)),
  },
});

export const setting = defineClass<'Setting'>({
  name: 'Setting',
  identify: (self) => ({ _Id: self.key }),
  ensure: (self, { workbook }) => {
    if (!workbook.settings.has(self.key)) throw itemNotFound(`There is no setting ${self.key}.`);
  },
  members: {
    key: property((self) => self.key),
    value: property(
      (self, { workbook }) => (workbook.settings.get(self.key) ?? null) as Json,
      (self, value, { workbook }) => {
        workbook.settings.set(self.key, value);
      },
    ),
    delete: method((self, _args, { workbook }) => {
      workbook.settings.delete(self.key);
    }),
  },
});
