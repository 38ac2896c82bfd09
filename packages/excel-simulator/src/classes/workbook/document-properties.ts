import { readTextArg } from '../../protocol/arguments';
import { defineClass, defineProperty } from '../../protocol/define-class';
import type { Member } from '../../protocol/types';

function defineTextProperty(name: string): Member<'DocumentProperties'> {
  return defineProperty(
    (_self, { workbook }) => workbook.properties[name] ?? '',
    (_self, value, { workbook }) => {
      workbook.properties[name] = readTextArg(value, name);
    },
  );
}

export const documentPropertiesClass = defineClass<'DocumentProperties'>({
  name: 'DocumentProperties',
  members: {
    title: defineTextProperty('title'),
    subject: defineTextProperty('subject'),
    author: defineTextProperty('author'),
    keywords: defineTextProperty('keywords'),
    comments: defineTextProperty('comments'),
    category: defineTextProperty('category'),
    manager: defineTextProperty('manager'),
    company: defineTextProperty('company'),
    lastAuthor: defineProperty((_self, { workbook }) => workbook.properties['lastAuthor'] ?? ''),
  },
});
