/**
 * What each argument of a function takes, for functions that take more than single values:
 * `R` a range as it is, `A` an array, worked out cell by cell, `V` a single value, `P` whatever the place of the
 * whole call takes. What stands in parentheses repeats. Functions that are not listed take single values.
 */
const RANGE_FUNCTIONS =
  'SUM COUNT COUNTA COUNTBLANK AVERAGE AVERAGEA MIN MINA MAX MAXA PRODUCT STDEV STDEVP STDEV.S STDEV.P STDEVA STDEVPA ' +
  'VAR VARP VAR.S VAR.P VARA VARPA MEDIAN MODE MODE.SNGL GEOMEAN HARMEAN SUMSQ DEVSQ AVEDEV KURT SKEW SKEW.P AND OR XOR ' +
  'CONCAT GCD LCM MULTINOMIAL NPV ROWS COLUMNS AREAS ISREF SHEET SHEETS FORMULATEXT PHONETIC';

const ARGUMENT_PATTERNS: Record<string, string> = {
  AGGREGATE: 'VV(R)',
  AVERAGEIF: 'RVR',
  AVERAGEIFS: 'R(RV)',
  CELL: 'VR',
  CHOOSE: 'V(P)',
  CORREL: 'AA',
  COUNTIF: 'RV',
  COUNTIFS: '(RV)',
  COVAR: 'AA',
  'COVARIANCE.P': 'AA',
  'COVARIANCE.S': 'AA',
  FORECAST: 'VRR',
  'FORECAST.LINEAR': 'VRR',
  GETPIVOTDATA: 'VR(V)',
  HLOOKUP: 'VRVV',
  IF: 'VPP',
  IFERROR: 'PP',
  IFNA: 'PP',
  INDEX: 'RVVV',
  INTERCEPT: 'AA',
  IRR: 'RV',
  LARGE: 'RV',
  LOOKUP: 'VRR',
  MATCH: 'VRV',
  MAXIFS: 'R(RV)',
  MDETERM: 'A',
  MINIFS: 'R(RV)',
  OFFSET: 'RVVVV',
  PEARSON: 'AA',
  PERCENTILE: 'RV',
  'PERCENTILE.EXC': 'RV',
  'PERCENTILE.INC': 'RV',
  PERCENTRANK: 'RVV',
  'PERCENTRANK.EXC': 'RVV',
  'PERCENTRANK.INC': 'RVV',
  QUARTILE: 'RV',
  'QUARTILE.EXC': 'RV',
  'QUARTILE.INC': 'RV',
  RANK: 'VRV',
  'RANK.AVG': 'VRV',
  'RANK.EQ': 'VRV',
  RSQ: 'AA',
  SLOPE: 'AA',
  SMALL: 'RV',
  SUBTOTAL: 'V(R)',
  SUMIF: 'RVR',
  SUMIFS: 'R(RV)',
  SUMPRODUCT: '(A)',
  SUMX2MY2: 'AA',
  SUMX2PY2: 'AA',
  SUMXMY2: 'AA',
  TEXTJOIN: 'VV(R)',
  TRIMMEAN: 'RV',
  VLOOKUP: 'VRVV',
  XIRR: 'RRV',
  XLOOKUP: 'VRRVVV',
  XMATCH: 'VRVV',
  XNPV: 'VRR',
};
for (const name of RANGE_FUNCTIONS.split(' ')) ARGUMENT_PATTERNS[name] = '(R)';

/** Functions that give an array: a formula with one of them is worked out as an array, whole. */
const ARRAY_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER FREQUENCY GROUPBY HSTACK LAMBDA LET LINEST LOGEST MAKEARRAY MAP MINVERSE ' +
    'MMULT MODE.MULT MUNIT PIVOTBY RANDARRAY REDUCE SCAN SEQUENCE SORT SORTBY STOCKHISTORY TAKE TEXTSPLIT TOCOL TOROW ' +
    'TRANSPOSE TREND TRIMRANGE UNIQUE VSTACK WRAPCOLS WRAPROWS'
  ).split(' '),
);

export type ArgumentKind = 'R' | 'A' | 'V' | 'P';

export function getArgumentKind(callee: string, index: number): ArgumentKind {
  const pattern = ARGUMENT_PATTERNS[callee.toUpperCase()] ?? '(V)';
  const open = pattern.indexOf('(');
  const fixed = open < 0 ? pattern : pattern.slice(0, open);
  if (index < fixed.length) return fixed[index] as ArgumentKind;
  const repeated = open < 0 ? 'V' : pattern.slice(open + 1, -1);
  return repeated[(index - fixed.length) % repeated.length] as ArgumentKind;
}

export const isArrayFunction = (callee: string): boolean => ARRAY_FUNCTIONS.has(callee.toUpperCase());
