import { openZipPackage } from '@phuluc/ooxml/open-package';
import type { PackageParts } from '@phuluc/ooxml/open-package-parts';
import { getRelationshipKind } from '@phuluc/ooxml/relationships';
import { decodeUtf8 } from '@phuluc/ooxml/xml/plain-xml';
import { readWorkbookParts } from '../../readers/xlsx/read-workbook-parts';
import { appendAll } from '../../shared/append-all';
import { ok, type Result } from '../../shared/result';
import { findDrawnPictures } from './find-pictures';
import { readModifiedTime } from './open-scanned-workbook';
import { parseSheetCells } from './parse-sheet-cells';
import {
  type SheetInfo,
  type TableInfo,
  type TablePart,
  toTableInfos,
  type WorkbookReader,
} from './workbook-reader';

const CORE_PROPERTIES = 'docprops/core.xml';

/**
 * A workbook by the document readers, whatever XML it is written in (other encodings, prefixes, comments, strict).
 * Problems: those of the package and of its parts.
 */
export function openParsedWorkbook(parts: PackageParts): Result<WorkbookReader> {
  const office = openZipPackage(parts.archive());
  if (!office.ok) return office;
  const shared = readWorkbookParts(office.value);
  if (!shared.ok) return shared;
  const readTables = (sheet: SheetInfo): Result<TableInfo[]> => {
    const related = office.value.relationships(sheet.part);
    if (!related.ok) return related;
    const tables: TableInfo[] = [];
    for (const { type, target } of related.value) {
      if (getRelationshipKind(type) !== 'table') continue;
      const part: TablePart = { name: '', ref: '', totals: '', headers: '', columns: [] };
      const read = office.value.readXml(target, {
        open: (name, attributes) => {
          if (name === 'x:tableColumn') part.columns.push(attributes['name'] ?? '');
          if (name !== 'x:table') return;
          part.name = attributes['displayName'] ?? attributes['name'] ?? '';
          part.ref = attributes['ref'] ?? '';
          part.totals = attributes['totalsRowCount'] ?? '';
          part.headers = attributes['headerRowCount'] ?? '';
        },
      });
      if (!read.ok) return read;
      appendAll(tables, toTableInfos(sheet, part));
    }
    return ok(tables);
  };
  const { sheets, date1904 } = shared.value;
  return ok({
    sheets,
    date1904,
    modified: parts.has(CORE_PROPERTIES) ? readModifiedTime(parts, CORE_PROPERTIES) : '',
    tables: () => {
      const all: TableInfo[] = [];
      for (const sheet of sheets) {
        const tables = readTables(sheet);
        if (!tables.ok) return tables;
        appendAll(all, tables.value);
      }
      return ok(all);
    },
    cells: (sheet) => parseSheetCells(office.value, sheet.part, shared.value),
    pictures: (sheet) => {
      const related = office.value.relationships(sheet.part);
      const drawings = (related.ok ? related.value : []).filter(
        ({ type }) => getRelationshipKind(type) === 'drawing',
      );
      return drawings.flatMap(({ target }) => {
        const drawing = parts.read(target);
        return drawing.ok ? findDrawnPictures(decodeUtf8(drawing.value)) : [];
      });
    },
  });
}
