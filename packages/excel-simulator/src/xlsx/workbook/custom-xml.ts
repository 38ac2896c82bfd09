import { type PackageWriter, toOfficeRelationshipType } from '@phuluc/ooxml/package-writer';
import { getRelationshipKind, type Relationship } from '@phuluc/ooxml/relationships';
import { decodeXmlPart } from '@phuluc/ooxml/xml/decode-xml';
import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { encodeXmlPart, escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findChildren, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import type { WorkbookModel } from '../../model/types';
import type { PreservedWorkbook } from '../preserved-content';
import { parseXml, type WorkbookPackage } from '../workbook-package';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

function createPositionId(position: number): string {
  return `{${(position + 1).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
}

/** A part made here says in which encoding it is read again: always UTF-8. */
const declareUtf8 = (xml: string): string =>
  xml.replace(/^(<\?xml[^>]*\bencoding=)(["'])[^"']*\2/, '$1$2UTF-8$2');

/**
 * Settings of the API stand in a custom XML part of the codec's own namespace, each value as JSON. (Excel keeps
 * them with the add-in they belong to, and would show that add-in's pane again; a file of the local Excel must not.)
 */
function writeSettings(settings: ReadonlyMap<string, unknown>): string {
  return writeElement(
    'settings',
    { xmlns: NAMESPACES.local },
    [...settings].map(([key, value]) =>
      writeElement('setting', { key: escapeXString(key) }, escapeText(JSON.stringify(value ?? null))),
    ),
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

function readSettings(root: XmlElement, workbook: WorkbookModel): void {
  for (const { attributes, text } of root.children) {
    const key = attributes['key'];
    if (key !== undefined) workbook.settings.set(unescapeXString(key), parseJson(text));
  }
}

/** Custom XML parts in the order of the workbook's relationships, and the settings among them. */
export function readCustomXml(
  file: WorkbookPackage,
  relationships: readonly Relationship[],
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
): void {
  let hasSettings = false;
  for (const { type, target } of relationships) {
    const bytes = getRelationshipKind(type) === 'customXml' ? file.parts.get(target) : undefined;
    if (!bytes) continue;
    const xml = decodeXmlPart(bytes);
    if (xml.includes(NAMESPACES.local)) {
      const { root } = parseXml(bytes, target);
      if (root.name === 'local:settings') {
        readSettings(root, workbook);
        hasSettings = true;
        continue;
      }
    }
    const properties = file
      .getRelationships(target)
      .find((one) => getRelationshipKind(one.type) === 'customXmlProps');
    const described = properties && file.parts.get(properties.target);
    const root = described && parseXml(described, properties.target).root;
    const id =
      root?.attributes['ds:itemID'] ??
      root?.attributes['itemID'] ??
      createPositionId(workbook.customXmlParts.length);
    workbook.customXmlParts.push({ id, xml });
    const schemas = findChildren(findChild(root, 'ds:schemaRefs'), 'ds:schemaRef').map(
      ({ attributes }) => attributes['ds:uri'] ?? '',
    );
    if (schemas.length > 0) (preserved.schemas ??= {})[id] = schemas;
  }
  if (!hasSettings) readAddInSettings(file, workbook);
}

/** Settings as Excel itself stores them: properties of the add-ins noted in the file, values in JSON. */
function readAddInSettings(file: WorkbookPackage, workbook: WorkbookModel): void {
  for (const [path, bytes] of file.parts) {
    if (!/^xl\/webextensions\/webextension\d*\.xml$/i.test(path)) continue;
    const properties = findChild(parseXml(bytes, path).root, 'we:properties');
    for (const { attributes } of findChildren(properties, 'we:property')) {
      const { name, value } = attributes;
      if (name !== undefined && value !== undefined) workbook.settings.set(name, parseJson(value));
    }
  }
}

function addCustomXmlPart(
  writer: PackageWriter,
  workbookPath: string,
  number: number,
  xml: Uint8Array,
  id: string,
  schemas: readonly string[],
): void {
  const path = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  writer.addPart(path, xml, 'application/xml');
  writer.addPart(
    properties,
    encodeXmlPart(
      writeElement(
        'ds:datastoreItem',
        { 'ds:itemID': id, 'xmlns:ds': NAMESPACES.ds },
        writeElement(
          'ds:schemaRefs',
          {},
          schemas.map((uri) => writeElement('ds:schemaRef', { 'ds:uri': uri })),
        ),
      ),
    ),
    PROPERTIES_TYPE,
  );
  writer.addRelationship(path, toOfficeRelationshipType('customXmlProps'), properties);
  writer.addRelationship(workbookPath, toOfficeRelationshipType('customXml'), path);
}

const SETTINGS_ID = '{5E771465-0000-4000-8000-000000000000}';

export function addCustomXml(
  writer: PackageWriter,
  workbookPath: string,
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
): void {
  workbook.customXmlParts.forEach(({ id, xml }, index) => {
    addCustomXmlPart(
      writer,
      workbookPath,
      index + 1,
      new TextEncoder().encode(declareUtf8(xml)),
      id,
      preserved.schemas?.[id] ?? [],
    );
  });
  if (workbook.settings.size === 0) return;
  const number = workbook.customXmlParts.length + 1;
  addCustomXmlPart(
    writer,
    workbookPath,
    number,
    encodeXmlPart(writeSettings(workbook.settings)),
    SETTINGS_ID,
    [NAMESPACES.local],
  );
}
