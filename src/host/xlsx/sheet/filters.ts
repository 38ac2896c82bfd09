import type { Area, CellFormat, FilterModel } from '../../model/types';
import { cellsAddress } from '../addresses';
import { fromEscapedText, toEscapedText } from '../opc/escaped-text';
import { childNamed, childrenNamed, flag, numeric, tag, type XmlElement } from '../opc/xml';
import { twoWay } from '../styles/vocabulary';

const COMPARISONS = twoWay([
  ['equal', '='],
  ['notEqual', '<>'],
  ['greaterThan', '>'],
  ['greaterThanOrEqual', '>='],
  ['lessThan', '<'],
  ['lessThanOrEqual', '<='],
]);

/** Excel.DynamicFilterCriteria: the file's word with a capital, but for periods. */
function dynamicToApi(word: string): string {
  return /^M(\d+)$/.test(word)
    ? `AllDatesInPeriod${MONTHS[Number(word.slice(1)) - 1] ?? ''}`
    : /^Q[1-4]$/.test(word)
      ? `AllDatesInPeriodQuarter${word.slice(1)}`
      : word[0]!.toUpperCase() + word.slice(1);
}
/** "Februray" is how the API spells it. */
const MONTHS = 'January Februray March April May June July August September October November December'.split(
  ' ',
);
function dynamicToFile(word: string): string {
  const period = /^AllDatesInPeriod(.+)$/.exec(word)?.[1];
  if (period === undefined) return word[0]!.toLowerCase() + word.slice(1);
  const quarter = /^Quarter([1-4])$/.exec(period)?.[1];
  const month = MONTHS.indexOf(period);
  return quarter ? `Q${quarter}` : `M${month + 1}`;
}

function customCriterion(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const value = fromEscapedText(element.attributes['val'] ?? '');
  return `${COMPARISONS.toApi(element.attributes['operator'] ?? 'equal') ?? '='}${value.trim() === '' ? '' : value}`;
}

/** One column's filter; null for kinds the model does not have (icons, groups of dates). */
function readCriteria(column: XmlElement, dxfs: readonly CellFormat[]): FilterModel | null {
  const list = childNamed(column, 'filters');
  if (list) {
    if (childNamed(list, 'dateGroupItem')) return null;
    const values = childrenNamed(list, 'filter').map(({ attributes }) =>
      fromEscapedText(attributes['val'] ?? ''),
    );
    return { filterOn: 'Values', values: flag(list, 'blank') ? [...values, ''] : values };
  }
  const custom = childNamed(column, 'customFilters');
  if (custom) {
    const [first, second] = childrenNamed(custom, 'customFilter');
    const criterion2 = customCriterion(second);
    return {
      filterOn: 'Custom',
      criterion1: customCriterion(first) ?? '',
      ...(criterion2 === undefined ? {} : { criterion2, operator: flag(custom, 'and') ? 'And' : 'Or' }),
    };
  }
  const top = childNamed(column, 'top10');
  if (top) {
    const side = flag(top, 'top', true) ? 'Top' : 'Bottom';
    return {
      filterOn: `${side}${flag(top, 'percent') ? 'Percent' : 'Items'}`,
      criterion1: String(numeric(top, 'val') ?? 10),
    };
  }
  const dynamic = childNamed(column, 'dynamicFilter');
  if (dynamic) return { filterOn: 'Dynamic', criterion1: dynamicToApi(dynamic.attributes['type'] ?? 'null') };
  const colored = childNamed(column, 'colorFilter');
  const format = colored && dxfs[numeric(colored, 'dxfId') ?? -1];
  if (!format) return null;
  const isCell = flag(colored, 'cellColor', true);
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
  for (const column of childrenNamed(autoFilter, 'filterColumn')) {
    if (column.children.length === 0) continue;
    const criteria = readCriteria(column, dxfs);
    if (criteria) filters[numeric(column, 'colId') ?? 0] = criteria;
    else onLost();
  }
  return filters;
}

function customTag(criterion: string | undefined): string {
  if (criterion === undefined) return '';
  const [, sign = '', value = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion) ?? [];
  const operator = COMPARISONS.toFile(sign || '=');
  return tag('customFilter', {
    operator: operator === 'equal' ? undefined : operator,
    // Excel writes one space for "is blank" and "is not blank".
    val: toEscapedText(value === '' ? ' ' : value),
  });
}

function criteriaMarkup(filter: FilterModel, dxf: (format: CellFormat) => number): string {
  switch (filter.filterOn) {
    case 'Values': {
      const values = filter.values ?? [];
      return tag(
        'filters',
        { blank: values.includes('') || undefined },
        ...values
          .filter((value) => value !== '')
          .map((value) => tag('filter', { val: toEscapedText(value) })),
      );
    }
    case 'Custom':
      return tag(
        'customFilters',
        { and: (filter.criterion2 !== undefined && filter.operator !== 'Or') || undefined },
        customTag(filter.criterion1),
        customTag(filter.criterion2),
      );
    case 'TopItems':
    case 'TopPercent':
    case 'BottomItems':
    case 'BottomPercent':
      return tag('top10', {
        top: filter.filterOn.startsWith('Top') ? undefined : false,
        percent: filter.filterOn.endsWith('Percent') || undefined,
        val: Number(filter.criterion1 ?? 10),
      });
    case 'Dynamic':
      return tag('dynamicFilter', { type: dynamicToFile(filter.criterion1 ?? 'Null') });
    case 'CellColor':
    case 'FontColor': {
      const color = filter.color;
      const isCell = filter.filterOn === 'CellColor';
      // A colour of text, too, stands as a fill in the format the filter points to.
      return tag('colorFilter', {
        dxfId: dxf(color === undefined ? {} : { fill: { color } }),
        cellColor: isCell ? undefined : false,
      });
    }
    default:
      return '';
  }
}

/** `autoFilter`; columns without button are hidden one by one where the whole filter shows none. */
export function filterMarkup(
  area: Area,
  filters: Record<number, FilterModel>,
  dxf: (format: CellFormat) => number,
  attributes: Record<string, string | undefined> = {},
): string {
  return tag(
    'autoFilter',
    { ref: cellsAddress(area), ...attributes },
    ...Object.entries(filters)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([column, filter]) => {
        const criteria = criteriaMarkup(filter, dxf);
        return criteria === '' ? '' : tag('filterColumn', { colId: Number(column) }, criteria);
      }),
  );
}
