import type { Result } from '../../annex/problem';
import { done } from '../../intake/format/outcome';
import { tableOf, type Book, type BookSheet, type BookTable } from './book';
import type { Parts } from './parts';
import { elementsOf, plainXml } from './plain-xml';
import { scanSheet } from './scan-sheet';
import { NO_TEXTS, scanStrings, type SharedTexts } from './scan-strings';

/** Thrown inside this room only: some part must be read by the slow reader, or is damaged (it will say how). */
export class OddPart extends Error {}

const TABLE_ATTRIBUTES = ['displayName', 'name', 'ref', 'totalsRowCount'];

type Relation = { id: string; type: string; target: string };

const lastWord = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** Full name of a target, beside the part that names it or from the root. */
const resolved = (part: string, target: string): string => {
  if (target.includes('%') || target.includes('\\')) throw new OddPart();
  const segments = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
};

/**
 * A workbook whose parts are scanned rather than parsed. Throws `OddPart` (also from `tables` and `cells`) where a
 * part is not written plainly.
 */
export const openFastBook = (parts: Parts): Book => {
  const { decode, bytewise } = parts.codec;
  const xmlOf = (part: string, root: string, open = decode): string => {
    const read = parts.read(part);
    const xml = read.ok ? plainXml(read.value, root, open) : null;
    if (xml === null) throw new OddPart();
    return xml;
  };
  const elements = (xml: string, name: string, attributes: readonly string[]) => {
    const found = elementsOf(xml, name, attributes);
    if (!found) throw new OddPart();
    return found;
  };
  const relations = (part: string): Relation[] => {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!parts.has(name)) return [];
    const xml = xmlOf(name, 'Relationships');
    return elements(xml, 'Relationship', ['Id', 'Type', 'Target', 'TargetMode']).flatMap(({ values }) => {
      const [id = '', type = '', target = '', mode = ''] = values;
      return mode === 'External' ? [] : [{ id, type: lastWord(type), target: resolved(part, target) }];
    });
  };

  const root = relations('');
  const mainPart = root.find(({ type }) => type === 'officeDocument')?.target;
  if (mainPart === undefined) throw new OddPart();
  const workbook = xmlOf(mainPart, 'workbook');
  const related = relations(mainPart);
  const sheets = elements(workbook, 'sheet', ['name', 'r:id', 'state']).flatMap(({ values }): BookSheet[] => {
    const [name = '', id = '', state = ''] = values;
    const target = related.find((one) => one.id === id);
    if (!target) throw new OddPart();
    return target.type === 'worksheet' ? [{ name, part: target.target, hidden: /hidden/i.test(state) }] : [];
  });
  if (sheets.length === 0 || new Set(sheets.map(({ part }) => part)).size < sheets.length)
    throw new OddPart();
  const [properties] = elements(workbook, 'workbookPr', ['date1904']);
  const date1904 = /^(?:1|true|on)$/.test(properties?.values[0] ?? '');

  let texts: SharedTexts | null = null;
  const sharedTexts = (): SharedTexts => {
    const part = related.find(({ type }) => type === 'sharedStrings')?.target;
    if (!texts) {
      texts = part === undefined ? NO_TEXTS : scanStrings(xmlOf(part, 'sst'));
      if (!texts) throw new OddPart();
    }
    return texts;
  };

  const tablesOf = (sheet: BookSheet): BookTable[] =>
    relations(sheet.part)
      .filter(({ type }) => type === 'table')
      .flatMap(({ target }) => {
        const [table] = elements(xmlOf(target, 'table'), 'table', TABLE_ATTRIBUTES);
        const [displayName = '', name = '', ref = '', totals = ''] = table?.values ?? [];
        return tableOf(sheet, displayName || name, ref, totals);
      });

  const core = root.find(({ type }) => type === 'core-properties')?.target;
  return {
    sheets,
    date1904,
    modified: core === undefined || !parts.has(core) ? '' : modifiedOf(parts, core),
    tables: (): Result<BookTable[]> => done(sheets.flatMap(tablesOf)),
    cells: (sheet, columns) => {
      const xml = xmlOf(sheet.part, 'worksheet', bytewise?.open);
      const scanned = scanSheet(
        xml,
        sharedTexts(),
        columns,
        bytewise && ((raw) => decoded(raw, bytewise.text)),
      );
      if (typeof scanned === 'string') throw new OddPart();
      return done(scanned);
    },
  };
};

const decoded = (raw: string, text: (raw: string) => string): string => {
  try {
    return text(raw);
  } catch {
    throw new OddPart();
  }
};

const MODIFIED = /<dcterms:modified[^>]*>\s*([^<\s]+)\s*<\/dcterms:modified>/;

/** The time of the core properties; '' where they are damaged: no reason to refuse a file. */
export const modifiedOf = (parts: Parts, core: string): string => {
  const read = parts.read(core);
  const found = read.ok ? MODIFIED.exec(new TextDecoder().decode(read.value))?.[1] : undefined;
  const time = found === undefined ? NaN : Date.parse(found);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};
