import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { type XmlDocument } from '@phuluc/ooxml/xml/read-xml-document';
import { escapeText, writeElement, writeFragment } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findChildren, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import type { WorkbookModel } from '../../model/types';
import type { PreservedWorkbook } from '../preserved-content';

/** Members of Excel.DocumentProperties and where files hold them. */
const CORE_PROPERTIES: readonly (readonly [key: string, element: string])[] = [
  ['title', 'dc:title'],
  ['subject', 'dc:subject'],
  ['author', 'dc:creator'],
  ['keywords', 'cp:keywords'],
  ['comments', 'dc:description'],
  ['lastAuthor', 'cp:lastModifiedBy'],
  ['revisionNumber', 'cp:revision'],
  ['creationDate', 'dcterms:created'],
  ['category', 'cp:category'],
];
const APP_PROPERTIES: readonly (readonly [key: string, element: string])[] = [
  ['manager', 'Manager'],
  ['company', 'Company'],
];

/** Held by the host for as long as a workbook is open, not by files. */
const NOT_SAVED = new Set(['fileName']);

/** A custom property goes by its own name; one named like a member of the API, with this before. */
const CUSTOM_PREFIX = 'custom:';
const API_KEYS = new Set([...CORE_PROPERTIES, ...APP_PROPERTIES].map(([key]) => key));
function toCustomKey(name: string): string {
  return API_KEYS.has(name) || NOT_SAVED.has(name) || name.startsWith(CUSTOM_PREFIX)
    ? CUSTOM_PREFIX + name
    : name;
}
const toCustomName = (key: string): string =>
  key.startsWith(CUSTOM_PREFIX) ? key.slice(CUSTOM_PREFIX.length) : key;

export function readCoreProperties(
  { root, foreign }: XmlDocument,
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
): void {
  const others: string[] = [];
  for (const element of root.children) {
    const key = CORE_PROPERTIES.find(([, name]) => name === element.name)?.[0];
    if (key === undefined) others.push(writeFragment(element, foreign));
    else if (element.text !== '') workbook.properties[key] = element.text;
  }
  if (others.length > 0) preserved.coreElements = others.join('');
}

export function readAppProperties(root: XmlElement, workbook: WorkbookModel): void {
  for (const [key, name] of APP_PROPERTIES) {
    const text = findChild(root, name)?.text;
    if (text) workbook.properties[key] = text;
  }
}

export function readCustomProperties(
  root: XmlElement,
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
): void {
  for (const property of findChildren(root, 'property')) {
    const name = property.attributes['name'] ?? '';
    const [value] = property.children;
    if (name === '' || !value) continue;
    workbook.properties[toCustomKey(name)] = unescapeXString(value.text);
    const type = value.name.replace(/^vt:/, '');
    if (type !== 'lpwstr') (preserved.propertyTypes ??= {})[name] = type;
  }
}

function writeOptionalText(name: string, text: string | undefined): string {
  return text ? writeElement(name, {}, escapeText(text)) : '';
}

/** Excel repairs a file whose dates are not in this form. */
const W3C_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

function writeOptionalDate(name: string, text: string | undefined): string {
  const time = text === undefined || W3C_DATE.test(text) ? NaN : Date.parse(text);
  const written = Number.isNaN(time) ? text : new Date(time).toISOString();
  return written !== undefined && W3C_DATE.test(written)
    ? writeElement(name, { 'xsi:type': 'dcterms:W3CDTF' }, written)
    : '';
}

export function writeCoreProperties({ properties }: WorkbookModel, preserved: PreservedWorkbook): string {
  return writeElement(
    'cp:coreProperties',
    {
      'xmlns:cp': NAMESPACES.cp,
      'xmlns:dc': NAMESPACES.dc,
      'xmlns:dcterms': NAMESPACES.dcterms,
      'xmlns:dcmitype': NAMESPACES.dcmitype,
      'xmlns:xsi': NAMESPACES.xsi,
    },
    CORE_PROPERTIES.map(([key, name]) =>
      name === 'dcterms:created'
        ? writeOptionalDate(name, properties[key])
        : writeOptionalText(name, properties[key]),
    ),
    preserved.coreElements,
  );
}

export function writeAppProperties({ properties }: WorkbookModel): string {
  return writeElement(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    APP_PROPERTIES.map(([key, name]) => writeOptionalText(name, properties[key])),
  );
}

/** Whether a text can stand as a value of the type it had. */
function isValueOfType(text: string, type: string): boolean {
  return /^(?:i\d|int|ui\d|uint)$/.test(type)
    ? /^-?\d+$/.test(text)
    : /^r[48]$|^decimal$/.test(type)
      ? text.trim() !== '' && Number.isFinite(Number(text))
      : type === 'bool'
        ? /^(?:true|false|0|1)$/.test(text)
        : type === 'filetime' || type === 'date'
          ? /^\d{4}-\d\d-\d\dT/.test(text)
          : /^(?:lpstr|bstr)$/.test(type);
}

/** '' where there are none. Property ids count from 2. */
export function writeCustomProperties({ properties }: WorkbookModel, preserved: PreservedWorkbook): string {
  const own = Object.entries(properties).filter(([key]) => !API_KEYS.has(key) && !NOT_SAVED.has(key));
  if (own.length === 0) return '';
  return writeElement(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': NAMESPACES.vt,
    },
    own.map(([key, value], index) => {
      const name = toCustomName(key);
      const type = preserved.propertyTypes?.[name];
      return writeElement(
        'property',
        { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
        writeElement(
          `vt:${type !== undefined && isValueOfType(value, type) ? type : 'lpwstr'}`,
          {},
          escapeText(escapeXString(value)),
        ),
      );
    }),
  );
}
