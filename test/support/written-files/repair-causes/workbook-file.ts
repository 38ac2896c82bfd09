import {
  getRelationshipKind,
  getRelationshipsPart,
  type Relationship,
  resolveTarget,
} from '@phuluc/ooxml/relationships';
import { readXmlDocument } from '@phuluc/ooxml/xml/read-xml-document';
import type { XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import { unzipSync } from 'fflate';

/** A sheet as its part says it; `cells` are those of `sheetData` in the order of the file. */
export type SheetFile = { name: string; path: string; root: XmlElement; rows: XmlElement[] };

/** An .xlsx as Excel meets it: parts, what points to what, and the lists that cells refer to by number. */
export type WorkbookFile = {
  parts: ReadonlySet<string>;
  workbook: XmlElement;
  sheets: SheetFile[];
  styles: XmlElement | null;
  strings: string[];
  /** Number of entries of cell metadata, to which `cm` refers. */
  cellMetadata: number;
  read(path: string): XmlElement;
  getRelationships(owner: string): Relationship[];
};

/**
 * Reads a file part by part.
 * @throws where a part is missing or is no XML.
 */
export function readWorkbookFile(bytes: Uint8Array): WorkbookFile {
  const packed = unzipSync(bytes);
  const read = (path: string): XmlElement => {
    const part = packed[path];
    if (!part) throw new Error(`${path} is missing`);
    const read = readXmlDocument(part);
    if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.problems)}`);
    return read.value.root;
  };
  const getRelationships = (owner: string): Relationship[] => {
    const path = getRelationshipsPart(owner);
    return packed[path] ? read(path).children.map((link) => toRelationship(owner, link)) : [];
  };
  const workbookPath = findTargetPath(getRelationships(''), 'officeDocument') ?? 'xl/workbook.xml';
  const workbook = read(workbookPath);
  const links = getRelationships(workbookPath);
  const readLinked = (kind: string): XmlElement | null => {
    const path = findTargetPath(links, kind);
    return path === undefined ? null : read(path);
  };
  return {
    parts: new Set(Object.keys(packed)),
    workbook,
    sheets: findElements(workbook, 'sheets', 'sheet').flatMap((sheet) => {
      const link = links.find(({ id }) => id === sheet.attributes['r:id']);
      if (!link || getRelationshipKind(link.type) !== 'worksheet') return [];
      const root = read(link.target);
      return [
        {
          name: sheet.attributes['name'] ?? '',
          path: link.target,
          root,
          rows: findElements(root, 'sheetData', 'row'),
        },
      ];
    }),
    styles: readLinked('styles'),
    strings: (readLinked('sharedStrings')?.children ?? []).map(readStringItem),
    cellMetadata: findElements(readLinked('sheetMetadata'), 'cellMetadata', 'bk').length,
    read,
    getRelationships,
  };
}

function toRelationship(owner: string, { attributes }: XmlElement): Relationship {
  const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
  const external = mode === 'External';
  return { id, type, target: external ? target : resolveTarget(owner, target), external };
}

function findTargetPath(links: readonly Relationship[], kind: string): string | undefined {
  return links.find(({ type }) => getRelationshipKind(type) === kind)?.target;
}

/** The text of a shared or inline string: its plain part and its runs, without readings (`rPh`). */
function readStringItem(item: XmlElement): string {
  return item.children
    .flatMap((child) => (child.name === 'r' ? child.children : [child]))
    .filter(({ name }) => name === 't')
    .map(({ text }) => unescapeXString(text))
    .join('');
}

/** Elements at the end of a path of names. */
export function findElements(
  element: XmlElement | null | undefined,
  ...path: readonly string[]
): XmlElement[] {
  let found = element ? [element] : [];
  for (const name of path) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
}

/** The text that a cell shows, or null if it holds no text. */
export function readCellText(file: WorkbookFile, cell: XmlElement): string | null {
  const value = findElements(cell, 'v')[0]?.text ?? '';
  switch (cell.attributes['t']) {
    case 's':
      return file.strings[Number(value)] ?? null;
    case 'str':
      return unescapeXString(value);
    case 'inlineStr':
      return readStringItem(
        findElements(cell, 'is')[0] ?? { name: 'is', attributes: {}, children: [], text: '' },
      );
    default:
      return null;
  }
}
