import type { Result } from '../../annex/problem';
import { ok } from '../../annex/outcome';
import { packageOf } from '../../intake/format/package';
import { readWorkbookParts } from '../../intake/xlsx/workbook-parts';
import { tableOf, type Book, type BookSheet, type BookTable } from './book';
import { modifiedOf } from './fast-book';
import type { Parts } from './parts';
import { readSlowSheet } from './slow-sheet';

const CORE_PROPERTIES = 'docprops/core.xml';

/**
 * A workbook by the readers of `intake`, whatever XML it is written in (other encodings, prefixes, comments, strict).
 * Problems: those of the package and of its parts.
 */
export function openSlowBook(parts: Parts): Result<Book> {
  const office = packageOf(parts.archive());
  if (!office.ok) return office;
  const shared = readWorkbookParts(office.value);
  if (!shared.ok) return shared;
  const tablesOf = (sheet: BookSheet): Result<BookTable[]> => {
    const related = office.value.relationships(sheet.part);
    if (!related.ok) return related;
    const tables: BookTable[] = [];
    for (const { type, target } of related.value) {
      if (type !== 'table') continue;
      const read = office.value.readXml(target, {
        open: (name, { displayName, name: plainName = '', ref = '', totalsRowCount = '' }) => {
          if (name !== 'x:table') return undefined;
          tables.push(...tableOf(sheet, displayName ?? plainName, ref, totalsRowCount));
          return 'stop';
        },
      });
      if (!read.ok) return read;
    }
    return ok(tables);
  };
  const { sheets, date1904 } = shared.value;
  return ok({
    sheets,
    date1904,
    modified: parts.has(CORE_PROPERTIES) ? modifiedOf(parts, CORE_PROPERTIES) : '',
    tables: () => {
      const all: BookTable[] = [];
      for (const sheet of sheets) {
        const tables = tablesOf(sheet);
        if (!tables.ok) return tables;
        all.push(...tables.value);
      }
      return ok(all);
    },
    cells: (sheet) => readSlowSheet(office.value, sheet.part, shared.value),
  });
}
