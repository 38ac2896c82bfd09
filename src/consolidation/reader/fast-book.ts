import type { Result } from '../../annex/problem';
import { ok } from '../../annex/outcome';
import { tableOf, type Book, type BookSheet, type BookTable } from './book';
import type { Parts } from './parts';
import type { Codec } from './codec';
import { decodeUtf8, elementsOf, plainXml } from './plain-xml';
import { scanSheet } from './scan-sheet';
import { NO_TEXTS, scanStrings, type SharedTexts } from './scan-strings';
import { oncePerPart } from './small-parts';

/** Thrown inside this room only: some part must be read by the slow reader, or is damaged (it will say how). */
export class OddPart extends Error {}

const RELATION_ATTRIBUTES = ['Id', 'Type', 'Target', 'TargetMode'];
const TABLE_ATTRIBUTES = ['displayName', 'name', 'ref', 'totalsRowCount'];

type Relation = { id: string; type: string; target: string };

const lastWord = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** Full name of a target, beside the part that names it or from the root. */
function resolved(part: string, target: string): string {
  if (target.includes('%') || target.includes('\\')) throw new OddPart();
  const segments = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function xmlOf(part: Uint8Array, root: string, decode: Codec['decode']): string {
  const xml = plainXml(part, root, decode);
  if (xml === null) throw new OddPart();
  return xml;
}

function elements(xml: string, name: string, attributes: readonly string[]) {
  const found = elementsOf(xml, name, attributes);
  if (!found) throw new OddPart();
  return found;
}

/** What a part of relations says; `of`: the part that it belongs to. */
const relationsIn = oncePerPart((rels, of): readonly Relation[] =>
  elements(xmlOf(rels, 'Relationships', decodeUtf8), 'Relationship', RELATION_ATTRIBUTES).flatMap(
    ({ values: [id = '', type = '', target = '', mode = ''] }) =>
      mode === 'External' ? [] : [{ id, type: lastWord(type), target: resolved(of, target) }],
  ),
);

type SheetEntry = { name: string; id: string; hidden: boolean };

const workbookIn = oncePerPart((part): { sheets: readonly SheetEntry[]; date1904: boolean } => {
  const xml = xmlOf(part, 'workbook', decodeUtf8);
  const [properties] = elements(xml, 'workbookPr', ['date1904']);
  return {
    sheets: elements(xml, 'sheet', ['name', 'r:id', 'state']).map(
      ({ values: [name = '', id = '', state = ''] }) => ({
        name,
        id,
        hidden: /hidden/i.test(state),
      }),
    ),
    date1904: /^(?:1|true|on)$/.test(properties?.values[0] ?? ''),
  };
});

/** Name, area and totals of the table that a part describes; '' for what it leaves out. */
const tableIn = oncePerPart((part): { name: string; ref: string; totals: string } => {
  const [table] = elements(xmlOf(part, 'table', decodeUtf8), 'table', TABLE_ATTRIBUTES);
  const [displayName = '', name = '', ref = '', totals = ''] = table?.values ?? [];
  return { name: displayName || name, ref, totals };
});

/**
 * A workbook whose parts are scanned rather than parsed. Throws `OddPart` (also from `tables` and `cells`) where a
 * part is not written plainly.
 */
export function openFastBook(parts: Parts): Book {
  const { decode, bytewise } = parts.codec;
  const open = bytewise?.open ?? decode;
  const textOf = bytewise && ((raw: string) => decoded(raw, bytewise.text));
  const bytesOf = (part: string, read = parts.read): Uint8Array => {
    const bytes = read(part);
    if (!bytes.ok) throw new OddPart();
    return bytes.value;
  };
  const common = (part: string): Uint8Array => bytesOf(part, parts.readCommon);
  const relations = (part: string): readonly Relation[] => {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    return parts.has(name) ? relationsIn(common(name), part) : [];
  };

  const root = relations('');
  const mainPart = root.find(({ type }) => type === 'officeDocument')?.target;
  if (mainPart === undefined) throw new OddPart();
  const workbook = workbookIn(common(mainPart), mainPart);
  const related = relations(mainPart);
  const sheets = workbook.sheets.flatMap(({ name, id, hidden }): BookSheet[] => {
    const target = related.find((one) => one.id === id);
    if (!target) throw new OddPart();
    return target.type === 'worksheet' ? [{ name, part: target.target, hidden }] : [];
  });
  if (sheets.length === 0 || new Set(sheets.map(({ part }) => part)).size < sheets.length)
    throw new OddPart();

  let texts: SharedTexts | null = null;
  const sharedTexts = (): SharedTexts => {
    const part = related.find(({ type }) => type === 'sharedStrings')?.target;
    if (!texts) {
      texts = part === undefined ? NO_TEXTS : scanStrings(xmlOf(bytesOf(part), 'sst', open), textOf);
      if (!texts) throw new OddPart();
    }
    return texts;
  };

  const tablesOf = (sheet: BookSheet): BookTable[] =>
    relations(sheet.part)
      .filter(({ type }) => type === 'table')
      .flatMap(({ target }) => {
        const { name, ref, totals } = tableIn(common(target), target);
        return tableOf(sheet, name, ref, totals);
      });

  const core = root.find(({ type }) => type === 'core-properties')?.target;
  return {
    sheets,
    date1904: workbook.date1904,
    modified: core === undefined || !parts.has(core) ? '' : modifiedOf(parts, core),
    tables: (): Result<BookTable[]> => ok(sheets.flatMap(tablesOf)),
    cells: (sheet, columns) => {
      const xml = xmlOf(bytesOf(sheet.part), 'worksheet', open);
      const scanned = scanSheet(xml, sharedTexts(), columns, textOf);
      if (typeof scanned === 'string') throw new OddPart();
      return ok(scanned);
    },
  };
}

function decoded(raw: string, text: (raw: string) => string): string {
  try {
    return text(raw);
  } catch {
    throw new OddPart();
  }
}

const MODIFIED = /<dcterms:modified[^>]*>\s*([^<\s]+)\s*<\/dcterms:modified>/;

/** The time of the core properties; '' where they are damaged: no reason to refuse a file. */
export function modifiedOf(parts: Parts, core: string): string {
  const read = parts.read(core);
  const found = read.ok ? MODIFIED.exec(new TextDecoder().decode(read.value))?.[1] : undefined;
  const time = found === undefined ? NaN : Date.parse(found);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
