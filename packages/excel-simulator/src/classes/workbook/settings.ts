import { readTextArg } from '../../protocol/arguments';
import {
  defineClass,
  defineFindPair,
  defineGetCount,
  defineMethod,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import type { Argument, BatchContext } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

function listSettings(_self: ObjectOf<'SettingCollection'>, { workbook }: BatchContext): HostObject[] {
  return [...workbook.settings.keys()].map((key) => ({ class: 'Setting', key }));
}

function findSetting(key: Argument, { workbook }: BatchContext): HostObject | null {
  const text = readTextArg(key, 'key');
  return workbook.settings.has(text) ? { class: 'Setting', key: text } : null;
}

/** workbook.settings; the same store as Office.context.document.settings. */
export const settingCollectionClass = defineClass<'SettingCollection'>({
  name: 'SettingCollection',
  items: listSettings,
  members: {
    add: defineObjectMethod((_self, [key, value], { workbook }) => {
      const text = readTextArg(key, 'key');
      if (text === '') throw createInvalidArgumentError('A setting needs a key.');
      workbook.settings.set(text, value ?? null);
      return { class: 'Setting', key: text };
    }),
    getCount: defineGetCount(listSettings),
    ...defineFindPair<'SettingCollection'>(
      'getItem',
      (_self, [key], context) => findSetting(key, context),
      ([key]) => `There is no setting ${String(key)}.`,
    ),
  },
});

export const settingClass = defineClass<'Setting'>({
  name: 'Setting',
  identify: (self) => ({ _Id: self.key }),
  ensure: (self, { workbook }) => {
    if (!workbook.settings.has(self.key)) throw createItemNotFoundError(`There is no setting ${self.key}.`);
  },
  members: {
    key: defineProperty((self) => self.key),
    value: defineProperty(
      (self, { workbook }) => (workbook.settings.get(self.key) ?? null) as Json,
      (self, value, { workbook }) => {
        workbook.settings.set(self.key, value);
      },
    ),
    delete: defineMethod((self, _args, { workbook }) => {
      workbook.settings.delete(self.key);
    }),
  },
});
