import { formatRangeAddress } from '@phuluc/ooxml/a1';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import {
  findChild,
  findChildren,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import type { CellFormat, CellRange, FilterModel } from '../../model/types';
import { createTwoWayMap } from '../styles/style-mappings';

const COMPARISON_OPERATORS = createTwoWayMap([
  ['equal', '='],
  ['notEqual', '<>'],
  ['greaterThan', '>'],
  ['greaterThanOrEqual', '>='],
  ['lessThan', '<'],
  ['lessThanOrEqual', '<='],
]);

/** Excel.DynamicFilterCriteria: the file's word with a capital, but for periods. */
function toApiDynamicFilter(word: string): string {
  return /^M(\d+)$/.test(word)
    ? `AllDatesInPeriod${API_MONTHS[Number(word.slice(1)) - 1] ?? ''}`
    : /^Q[1-4]$/.test(word)
      ? `AllDatesInPeriodQuarter${word.slice(1)}`
      : word[0]!.toUpperCase() + word.slice(1);
}
/** "Februray" is how the API spells it. */
const API_MONTHS =
  'January Februray March April May June July August September October November December'.split(' ');
function toFileDynamicFilter(word: string): string {
  const period = /^AllDatesInPeriod(.+)$/.exec(word)?.[1];
  if (period === undefined) return word[0]!.toLowerCase() + word.slice(1);
  const quarter = /^Quarter([1-4])$/.exec(period)?.[1];
  const month = API_MONTHS.indexOf(period);
  return quarter ? `Q${quarter}` : `M${month + 1}`;
}

function readCustomCriterion(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const value = unescapeXString(element.attributes['val'] ?? '');
  return `${COMPARISON_OPERATORS.toApi(element.attributes['operator'] ?? 'equal') ?? '='}${value.trim() === '' ? '' : value}`;
}

/** One column's filter; null for kinds the model does not have (icons, groups of dates). */
function readCriteria(column: XmlElement, dxfs: readonly CellFormat[]): FilterModel | null {
  const list = findChild(column, 'filters');
  if (list) {
    if (findChild(list, 'dateGroupItem')) return null;
    const values = findChildren(list, 'filter').map(({ attributes }) =>
      unescapeXString(attributes['val'] ?? ''),
    );
    return { filterOn: 'Values', values: readBooleanAttribute(list, 'blank') ? [...values, ''] : values };
  }
  const custom = findChild(column, 'customFilters');
  if (custom) {
    const [first, second] = findChildren(custom, 'customFilter');
    const criterion2 = readCustomCriterion(second);
    return {
      filterOn: 'Custom',
      criterion1: readCustomCriterion(first) ?? '',
      ...(criterion2 === undefined
        ? {}
        : { criterion2, operator: readBooleanAttribute(custom, 'and') ? 'And' : 'Or' }),
    };
  }
  const top = findChild(column, 'top10');
  if (top) {
    const side = readBooleanAttribute(top, 'top', true) ? 'Top' : 'Bottom';
    return {
      filterOn: `${side}${readBooleanAttribute(top, 'percent') ? 'Percent' : 'Items'}`,
      criterion1: String(readNumberAttribute(top, 'val') ?? 10),
    };
  }
  const dynamic = findChild(column, 'dynamicFilter');
  if (dynamic)
    return { filterOn: 'Dynamic', criterion1: toApiDynamicFilter(dynamic.attributes['type'] ?? 'null') };
  const colored = findChild(column, 'colorFilter');
  const format = colored && dxfs[readNumberAttribute(colored, 'dxfId') ?? -1];
  if (!format) return null;
  const isCell = readBooleanAttribute(colored, 'cellColor', true);
  const color = isCell ? format.fill?.color : (format.font?.color ?? format.fill?.color);
  return { filterOn: isCell ? 'CellColor' : 'FontColor', ...(color ? { color } : {}) };
}

/** Filters by column, counted from the area's left. */
export function readFilters(
  autoFilter: XmlElement | undefined,
  dxfs: readonly CellFormat[],
  onLost: () => void,
): Record<number, FilterModel> {
  const filters: Record<number, FilterModel> = {};
  for (const column of findChildren(autoFilter, 'filterColumn')) {
    if (column.children.length === 0) continue;
    const criteria = readCriteria(column, dxfs);
    if (criteria) filters[readNumberAttribute(column, 'colId') ?? 0] = criteria;
    else onLost();
  }
  return filters;
}

function writeCustomFilter(criterion: string | undefined): string {
  if (criterion === undefined) return '';
  const [, sign = '', value = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion) ?? [];
  const operator = COMPARISON_OPERATORS.toFile(sign || '=');
  return writeElement('customFilter', {
    operator: operator === 'equal' ? undefined : operator,
    // Excel writes one space for "is blank" and "is not blank".
    val: escapeXString(value === '' ? ' ' : value),
  });
}

function writeCriteria(filter: FilterModel, dxf: (format: CellFormat) => number): string {
  switch (filter.filterOn) {
    case 'Values': {
      const values = filter.values ?? [];
      return writeElement(
        'filters',
        { blank: values.includes('') || undefined },
        values
          .filter((value) => value !== '')
          .map((value) => writeElement('filter', { val: escapeXString(value) })),
      );
    }
    case 'Custom':
      return writeElement(
        'customFilters',
        { and: (filter.criterion2 !== undefined && filter.operator !== 'Or') || undefined },
        writeCustomFilter(filter.criterion1),
        writeCustomFilter(filter.criterion2),
      );
    case 'TopItems':
    case 'TopPercent':
    case 'BottomItems':
    case 'BottomPercent':
      return writeElement('top10', {
        top: filter.filterOn.startsWith('Top') ? undefined : false,
        percent: filter.filterOn.endsWith('Percent') || undefined,
        val: Number(filter.criterion1 ?? 10),
      });
    case 'Dynamic':
      return writeElement('dynamicFilter', { type: toFileDynamicFilter(filter.criterion1 ?? 'Null') });
    case 'CellColor':
    case 'FontColor': {
      const color = filter.color;
      const isCell = filter.filterOn === 'CellColor';
      // A colour of text, too, stands as a fill in the format the filter points to.
      return writeElement('colorFilter', {
        dxfId: dxf(color === undefined ? {} : { fill: { color } }),
        cellColor: isCell ? undefined : false,
      });
    }
    default:
      return '';
  }
}

/** `autoFilter`; columns without button are hidden one by one where the whole filter shows none. */
export function writeAutoFilter(
  area: CellRange,
  filters: Record<number, FilterModel>,
  dxf: (format: CellFormat) => number,
  attributes: Record<string, string | undefined> = {},
): string {
  return writeElement(
    'autoFilter',
    { ref: formatRangeAddress(area), ...attributes },
    Object.entries(filters)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([column, filter]) => {
        const criteria = writeCriteria(filter, dxf);
        return criteria === '' ? '' : writeElement('filterColumn', { colId: Number(column) }, criteria);
      }),
  );
}
