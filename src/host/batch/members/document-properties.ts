import { textArg } from '../arguments';
import { type Member, defineClass, property } from '../class-table';

function text(name: string): Member<'DocumentProperties'> {
  return property(
    (_self, { workbook }) => workbook.properties[name] ?? '',
    (_self, value, { workbook }) => {
      workbook.properties[name] = textArg(value, name);
    },
  );
}

export const documentProperties = defineClass<'DocumentProperties'>({
  name: 'DocumentProperties',
  members: {
    title: text('title'),
    subject: text('subject'),
    author: text('author'),
    keywords: text('keywords'),
    comments: text('comments'),
    category: text('category'),
    manager: text('manager'),
    company: text('company'),
    lastAuthor: property((_self, { workbook }) => workbook.properties['lastAuthor'] ?? ''),
  },
});
