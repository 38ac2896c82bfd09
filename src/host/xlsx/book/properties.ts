import type { WorkbookModel } from '../../model/types';
import type { KeptWorkbook } from '../kept';
import { fromEscapedText, toEscapedText } from '../opc/escaped-text';
import { NAMESPACES } from '../opc/namespaces';
import {
  childNamed,
  childrenNamed,
  escapeText,
  fragmentMarkup,
  tag,
  type XmlDocument,
  type XmlElement,
} from '../opc/xml';

/** Members of Excel.DocumentProperties and where files hold them. */
const CORE: readonly (readonly [key: string, element: string])[] = [
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
const APP: readonly (readonly [key: string, element: string])[] = [
  ['manager', 'Manager'],
  ['company', 'Company'],
];

/** Held by the host for as long as a workbook is open, not by files. */
const NOT_SAVED = new Set(['fileName']);

/** A custom property goes by its own name; one named like a member of the API, with this before. */
const CUSTOM = 'custom:';
const API_KEYS = new Set([...CORE, ...APP].map(([key]) => key));
function customKey(name: string): string {
  return API_KEYS.has(name) || NOT_SAVED.has(name) || name.startsWith(CUSTOM) ? CUSTOM + name : name;
}
const customName = (key: string): string => (key.startsWith(CUSTOM) ? key.slice(CUSTOM.length) : key);

export function readCoreProperties(
  { root, foreign }: XmlDocument,
  workbook: WorkbookModel,
  kept: KeptWorkbook,
): void {
  const others: string[] = [];
  for (const element of root.children) {
    const key = CORE.find(([, name]) => name === element.name)?.[0];
    if (key === undefined) others.push(fragmentMarkup(element, foreign));
    else if (element.text !== '') workbook.properties[key] = element.text;
  }
  if (others.length > 0) kept.coreElements = others.join('');
}

export function readAppProperties(root: XmlElement, workbook: WorkbookModel): void {
  for (const [key, name] of APP) {
    const text = childNamed(root, name)?.text;
    if (text) workbook.properties[key] = text;
  }
}

export function readCustomProperties(root: XmlElement, workbook: WorkbookModel, kept: KeptWorkbook): void {
  for (const property of childrenNamed(root, 'property')) {
    const name = property.attributes['name'] ?? '';
    const [value] = property.children;
    if (name === '' || !value) continue;
    workbook.properties[customKey(name)] = fromEscapedText(value.text);
    const type = value.name.replace(/^vt:/, '');
    if (type !== 'lpwstr') (kept.propertyTypes ??= {})[name] = type;
  }
}

function textMarkup(name: string, text: string | undefined): string {
  return text ? tag(name, {}, escapeText(text)) : '';
}

/** Excel repairs a file whose dates are not in this form. */
const W3C_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

function dateMarkup(name: string, text: string | undefined): string {
  const time = text === undefined || W3C_DATE.test(text) ? NaN : Date.parse(text);
  const written = Number.isNaN(time) ? text : new Date(time).toISOString();
  return written !== undefined && W3C_DATE.test(written)
    ? tag(name, { 'xsi:type': 'dcterms:W3CDTF' }, written)
    : '';
}

export function coreMarkup({ properties }: WorkbookModel, kept: KeptWorkbook): string {
  return tag(
    'cp:coreProperties',
    {
      'xmlns:cp': NAMESPACES.cp,
      'xmlns:dc': NAMESPACES.dc,
      'xmlns:dcterms': NAMESPACES.dcterms,
      'xmlns:dcmitype': NAMESPACES.dcmitype,
      'xmlns:xsi': NAMESPACES.xsi,
    },
    ...CORE.map(([key, name]) =>
      name === 'dcterms:created' ? dateMarkup(name, properties[key]) : textMarkup(name, properties[key]),
    ),
    kept.coreElements,
  );
}

export function appMarkup({ properties }: WorkbookModel): string {
  return tag(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    ...APP.map(([key, name]) => textMarkup(name, properties[key])),
  );
}

/** Whether a text can stand as a value of the type it had. */
function fits(text: string, type: string): boolean {
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
export function customMarkup({ properties }: WorkbookModel, kept: KeptWorkbook): string {
  const own = Object.entries(properties).filter(([key]) => !API_KEYS.has(key) && !NOT_SAVED.has(key));
  if (own.length === 0) return '';
  return tag(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': NAMESPACES.vt,
    },
    ...own.map(([key, value], index) => {
      const name = customName(key);
      const type = kept.propertyTypes?.[name];
      return tag(
        'property',
        { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
        tag(
          `vt:${type !== undefined && fits(value, type) ? type : 'lpwstr'}`,
          {},
          escapeText(toEscapedText(value)),
        ),
      );
    }),
  );
}
