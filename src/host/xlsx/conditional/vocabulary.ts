import { twoWay } from '../styles/vocabulary';

/** Words of files and of Excel.ConditionalFormat's parts. */
export const CELL_OPERATORS = twoWay([
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqual'],
  ['lessThanOrEqual', 'LessThanOrEqual'],
]);

const QUOTED = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Rules over text: the file's kind, its operator, and the formula that readers without the kind work out. */
export const TEXT_RULES = [
  {
    operator: 'Contains',
    kind: 'containsText',
    word: 'containsText',
    formula: (text: string, cell: string) => `NOT(ISERROR(SEARCH(${QUOTED(text)},${cell})))`,
  },
  {
    operator: 'NotContains',
    kind: 'notContainsText',
    word: 'notContains',
    formula: (text: string, cell: string) => `ISERROR(SEARCH(${QUOTED(text)},${cell}))`,
  },
  {
    operator: 'BeginsWith',
    kind: 'beginsWith',
    word: 'beginsWith',
    formula: (text: string, cell: string) => `LEFT(${cell},LEN(${QUOTED(text)}))=${QUOTED(text)}`,
  },
  {
    operator: 'EndsWith',
    kind: 'endsWith',
    word: 'endsWith',
    formula: (text: string, cell: string) => `RIGHT(${cell},LEN(${QUOTED(text)}))=${QUOTED(text)}`,
  },
] as const;

type Preset = { criterion: string; attributes: Record<string, string>; formula?: (cell: string) => string };

function period(criterion: string, timePeriod: string, formula: (cell: string) => string): Preset {
  return {
    criterion,
    attributes: { type: 'timePeriod', timePeriod },
    formula,
  };
}

function average(criterion: string, attributes: Record<string, string>): Preset {
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
  period('Yesterday', 'yesterday', (cell) => `FLOOR(${cell},1)=TODAY()-1`),
  period('Today', 'today', (cell) => `FLOOR(${cell},1)=TODAY()`),
  period('Tomorrow', 'tomorrow', (cell) => `FLOOR(${cell},1)=TODAY()+1`),
  period(
    'LastSevenDays',
    'last7Days',
    (cell) => `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`,
  ),
  period(
    'LastWeek',
    'lastWeek',
    (cell) =>
      `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`,
  ),
  period(
    'ThisWeek',
    'thisWeek',
    (cell) =>
      `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`,
  ),
  period(
    'NextWeek',
    'nextWeek',
    (cell) =>
      `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`,
  ),
  period(
    'LastMonth',
    'lastMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0-1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0-1)))`,
  ),
  period(
    'ThisMonth',
    'thisMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`,
  ),
  period(
    'NextMonth',
    'nextMonth',
    (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0+1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0+1)))`,
  ),
  average('AboveAverage', {}),
  average('BelowAverage', { aboveAverage: '0' }),
  average('EqualOrAboveAverage', { equalAverage: '1' }),
  average('EqualOrBelowAverage', { aboveAverage: '0', equalAverage: '1' }),
  average('OneStdDevAboveAverage', { stdDev: '1' }),
  average('OneStdDevBelowAverage', { aboveAverage: '0', stdDev: '1' }),
  average('TwoStdDevAboveAverage', { stdDev: '2' }),
  average('TwoStdDevBelowAverage', { aboveAverage: '0', stdDev: '2' }),
  average('ThreeStdDevAboveAverage', { stdDev: '3' }),
  average('ThreeStdDevBelowAverage', { aboveAverage: '0', stdDev: '3' }),
  { criterion: 'UniqueValues', attributes: { type: 'uniqueValues' } },
  { criterion: 'DuplicateValues', attributes: { type: 'duplicateValues' } },
];

/** Kinds of a bound; `autoMin` and `autoMax` are both "Automatic". */
export const BOUNDS = twoWay([
  ['num', 'Number'],
  ['percent', 'Percent'],
  ['max', 'HighestValue'],
  ['min', 'LowestValue'],
  ['formula', 'Formula'],
  ['percentile', 'Percentile'],
]);

const COUNTS = { '3': 'Three', '4': 'Four', '5': 'Five' } as const;

/** "3TrafficLights1" ↔ "ThreeTrafficLights1". */
export function iconStyle(file: string): string {
  return file.replace(/^[345]/, (digit) => COUNTS[digit as keyof typeof COUNTS]);
}
export function iconFileStyle(style: string): string {
  return style.replace(
    /^(?:Three|Four|Five)/,
    (word) => ({ Three: '3', Four: '4', Five: '5' })[word] ?? word,
  );
}

/** Sets of icons that only the extension knows. */
export const EXTENSION_ICONS: ReadonlySet<string> = new Set(['ThreeStars', 'ThreeTriangles', 'FiveBoxes']);
