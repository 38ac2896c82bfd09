import { createTwoWayMap } from '../styles/style-mappings';

/** Words of files and of Excel.ConditionalFormat's parts. */
export const CELL_OPERATORS = createTwoWayMap([
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqual'],
  ['lessThanOrEqual', 'LessThanOrEqual'],
]);

const quoteText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Rules over text: the file's kind, its operator, and the formula that readers without the kind work out. */
export const TEXT_RULES = [
  {
    operator: 'Contains',
    kind: 'containsText',
    word: 'containsText',
    formula: (text: string, cell: string) => `NOT(ISERROR(SEARCH(${quoteText(text)},${cell})))`,
  },
  {
    operator: 'NotContains',
    kind: 'notContainsText',
    word: 'notContains',
    formula: (text: string, cell: string) => `ISERROR(SEARCH(${quoteText(text)},${cell}))`,
  },
  {
    operator: 'BeginsWith',
    kind: 'beginsWith',
    word: 'beginsWith',
    formula: (text: string, cell: string) => `LEFT(${cell},LEN(${quoteText(text)}))=${quoteText(text)}`,
  },
  {
    operator: 'EndsWith',
    kind: 'endsWith',
    word: 'endsWith',
    formula: (text: string, cell: string) => `RIGHT(${cell},LEN(${quoteText(text)}))=${quoteText(text)}`,
  },
] as const;

type Preset = { criterion: string; attributes: Record<string, string>; formula?: (cell: string) => string };

function createPeriodPreset(
  criterion: string,
  timePeriod: string,
  formula: (cell: string) => string,
): Preset {
  return {
    criterion,
    attributes: { type: 'timePeriod', timePeriod },
    formula,
  };
}

function createAveragePreset(criterion: string, attributes: Record<string, string>): Preset {
  return {
    criterion,
    attributes: { type: 'aboveAverage', ...attributes },
  };
}

/** Excel.ConditionalFormatPresetCriterion; formulas as Excel itself writes them beside. */
export const PRESETS: readonly Preset[] = [
  { criterion: 'Blanks', attributes: { type: 'containsBlanks' }, formula: (cell) => `LEN(TRIM(${cell}))=0` },
  {
    criterion: 'NonBlanks',
    attributes: { type: 'notContainsBlanks' },
    formula: (cell) => `LEN(TRIM(${cell}))>0`,
  },
  { criterion: 'Errors', attributes: { type: 'containsErrors' }, formula: (cell) => `ISERROR(${cell})` },
  {
    criterion: 'NonErrors',
    attributes: { type: 'notContainsErrors' },
    formula: (cell) => `NOT(ISERROR(${cell}))`,
  },
  createPeriodPreset('Yesterday', 'yesterday', (cell) => `FLOOR(${cell},1)=TODAY()-1`),
  createPeriodPreset('Today', 'today', (cell) => `FLOOR(${cell},1)=TODAY()`),
  createPeriodPreset('Tomorrow', 'tomorrow', (cell) => `FLOOR(${cell},1)=TODAY()+1`),
  createPeriodPreset(
    'LastSevenDays',
    'last7Days',
    (cell) => `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`,
  ),
  createPeriodPreset(
    'LastWeek',
    'lastWeek',
    (cell) =>
      `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`,
  ),
  createPeriodPreset(
    'ThisWeek',
    'thisWeek',
    (cell) =>
      `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`,
  ),
  createPeriodPreset(
    'NextWeek',
    'nextWeek',
    (cell) =>
      `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`,
  ),
  createPeriodPreset(
    'LastMonth',
    'lastMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0-1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0-1)))`,
  ),
  createPeriodPreset(
    'ThisMonth',
    'thisMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`,
  ),
  createPeriodPreset(
    'NextMonth',
    'nextMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0+1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0+1)))`,
  ),
  createAveragePreset('AboveAverage', {}),
  createAveragePreset('BelowAverage', { aboveAverage: '0' }),
  createAveragePreset('EqualOrAboveAverage', { equalAverage: '1' }),
  createAveragePreset('EqualOrBelowAverage', { aboveAverage: '0', equalAverage: '1' }),
  createAveragePreset('OneStdDevAboveAverage', { stdDev: '1' }),
  createAveragePreset('OneStdDevBelowAverage', { aboveAverage: '0', stdDev: '1' }),
  createAveragePreset('TwoStdDevAboveAverage', { stdDev: '2' }),
  createAveragePreset('TwoStdDevBelowAverage', { aboveAverage: '0', stdDev: '2' }),
  createAveragePreset('ThreeStdDevAboveAverage', { stdDev: '3' }),
  createAveragePreset('ThreeStdDevBelowAverage', { aboveAverage: '0', stdDev: '3' }),
  { criterion: 'UniqueValues', attributes: { type: 'uniqueValues' } },
  { criterion: 'DuplicateValues', attributes: { type: 'duplicateValues' } },
];

/** Kinds of a bound; `autoMin` and `autoMax` are both "Automatic". */
export const BOUND_TYPES = createTwoWayMap([
  ['num', 'Number'],
  ['percent', 'Percent'],
  ['max', 'HighestValue'],
  ['min', 'LowestValue'],
  ['formula', 'Formula'],
  ['percentile', 'Percentile'],
]);

const ICON_COUNTS = { '3': 'Three', '4': 'Four', '5': 'Five' } as const;

/** "3TrafficLights1" ↔ "ThreeTrafficLights1". */
export function toApiIconStyle(file: string): string {
  return file.replace(/^[345]/, (digit) => ICON_COUNTS[digit as keyof typeof ICON_COUNTS]);
}
export function toFileIconStyle(style: string): string {
  return style.replace(
    /^(?:Three|Four|Five)/,
    (word) => ({ Three: '3', Four: '4', Five: '5' })[word] ?? word,
  );
}

/** Sets of icons that only the extension knows. */
export const EXTENSION_ICONS: ReadonlySet<string> = new Set(['ThreeStars', 'ThreeTriangles', 'FiveBoxes']);
