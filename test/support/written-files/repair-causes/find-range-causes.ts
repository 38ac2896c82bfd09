import {
  areRangesIntersecting,
  type CellRange,
  formatRangeAddress,
  parseCellRange,
  parseSqref,
} from '@phuluc/ooxml/a1';
import type { XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { listTableParts } from './find-table-causes';
import { findElements, type SheetFile, type WorkbookFile } from './workbook-file';

/** Limits of "Excel specifications and limits" and of the dialogs that set these texts. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_HEADER_CODES = 255;

/** What stands on ranges of a sheet: merges, tables, filters, validations, conditional formats, headers of the page. */
export function findRangeCauses(file: WorkbookFile, sheet: SheetFile): string[] {
  return [
    ...findOverlaps(file, sheet),
    ...findFilterCauses(sheet),
    ...findValidationCauses(sheet),
    ...findConditionalFormatCauses(file, sheet),
    ...findHeaderFooterCauses(sheet),
  ].map((cause) => `${sheet.name}: ${cause}`);
}

type Placed = { kind: string; range: CellRange };

/** Merges, tables and the sheet's filter exclude each other. */
function findOverlaps(file: WorkbookFile, sheet: SheetFile): string[] {
  const place = (kind: string, ref = ''): Placed[] => {
    const range = parseCellRange(ref);
    return range ? [{ kind, range }] : [];
  };
  const placed = [
    ...findElements(sheet.root, 'mergeCells', 'mergeCell').flatMap(({ attributes }) =>
      place('merge', attributes['ref']),
    ),
    ...[...new Set(listTableParts(file, sheet))].flatMap((path) =>
      place('table', file.read(path).attributes['ref']),
    ),
    ...findElements(sheet.root, 'autoFilter').flatMap(({ attributes }) => place('filter', attributes['ref'])),
  ];
  placed.sort((a, b) => a.range.top - b.range.top);
  const causes: string[] = [];
  placed.forEach((one, index) => {
    for (let at = index + 1; at < placed.length && placed[at]!.range.top <= one.range.bottom; at++) {
      const other = placed[at]!;
      // Merged cells in the rows of a sheet's filter are allowed.
      const isAllowed = [one.kind, other.kind].sort().join() === 'filter,merge';
      if (!isAllowed && areRangesIntersecting(one.range, other.range)) {
        causes.push(`${formatPlace(one)} overlaps ${formatPlace(other)}`);
      }
    }
  });
  return causes;
}

const formatPlace = ({ kind, range }: Placed): string => `${kind} ${formatRangeAddress(range)}`;

function findFilterCauses({ root }: SheetFile): string[] {
  return findElements(root, 'autoFilter').flatMap((filter) => {
    const range = parseCellRange(filter.attributes['ref'] ?? '');
    if (!range) return [`the filter is of ${filter.attributes['ref']}`];
    return findElements(filter, 'filterColumn')
      .filter(({ attributes }) => Number(attributes['colId']) > range.right - range.left)
      .map(({ attributes }) => `the filter has no column ${attributes['colId']}`);
  });
}

function findValidationCauses({ root }: SheetFile): string[] {
  return findElements(root, 'dataValidations', 'dataValidation').flatMap(({ attributes, children }) => {
    const causes: string[] = [];
    const { sqref = '', type, promptTitle = '', prompt = '', errorTitle = '', error = '' } = attributes;
    const list = children.find(({ name }) => name === 'formula1')?.text ?? '';
    const isTyped = type === 'list' && list.startsWith('"');
    if (isTyped && list.slice(1, -1).replaceAll('""', '"').length > MAX_LIST)
      causes.push('its list is too long');
    if (Math.max(promptTitle.length, errorTitle.length) > MAX_TITLE) causes.push('a title is too long');
    if (Math.max(prompt.length, error.length) > MAX_PROMPT) causes.push('a message is too long');
    if (type !== undefined && type !== 'none' && list === '') causes.push('it has no formula');
    if (list.startsWith('=')) causes.push('its formula begins with =');
    if (parseSqref(sqref).length === 0) causes.push('it is of no cells');
    return causes.map((cause) => `validation of ${sqref}: ${cause}`);
  });
}

function findConditionalFormatCauses({ styles }: WorkbookFile, { root }: SheetFile): string[] {
  const formats = findElements(styles, 'dxfs', 'dxf').length;
  return findElements(root, 'conditionalFormatting').flatMap(({ attributes: { sqref = '' }, children }) => {
    const causes: string[] = [];
    if (parseSqref(sqref).length === 0) causes.push('it is of no cells');
    for (const { attributes } of children) {
      if (Number(attributes['dxfId'] ?? -1) >= formats)
        causes.push(`format ${attributes['dxfId']} is not there`);
      if (!(Number(attributes['priority']) >= 1)) causes.push(`priority ${attributes['priority']}`);
    }
    return causes.map((cause) => `conditional format of ${sqref}: ${cause}`);
  });
}

function findHeaderFooterCauses({ root }: SheetFile): string[] {
  return findElements(root, 'headerFooter')
    .flatMap(({ children }: XmlElement) => children)
    .filter(({ text }) => text.length > MAX_HEADER_CODES)
    .map(({ name, text }) => `${name} has ${text.length} characters`);
}
