/**
 * What each argument of a function takes, for functions that take more than single values:
 * `R` a range as it is, `A` an array, worked out cell by cell, `V` a single value, `P` whatever the place of the
 * whole call takes. What stands in parentheses repeats. Functions that are not listed take ranges: a sign "@" that
 * Excel does not imply would change their values.
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
  NETWORKDAYS: 'VVR',
  'NETWORKDAYS.INTL': 'VVVR',
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
  WORKDAY: 'VVR',
  'WORKDAY.INTL': 'VVVR',
  XIRR: 'RRV',
  XLOOKUP: 'VRRVVV',
  XMATCH: 'VRVV',
  XNPV: 'VRR',
};
for (const name of RANGE_FUNCTIONS.split(' ')) ARGUMENT_PATTERNS[name] = '(R)';

const SINGLE_VALUE_FUNCTIONS =
  'ABS ACOS ACOSH ADDRESS ARABIC ASIN ASINH ATAN ATAN2 ATANH BASE BIN2DEC BITAND BITOR BITXOR CEILING CEILING.MATH ' +
  'CEILING.PRECISE CHAR CLEAN CODE COMBIN COMPLEX CONCATENATE CONVERT COS COSH DATE DATEDIF DATEVALUE DAY DAYS DAYS360 ' +
  'DECIMAL DEC2BIN DEC2HEX DEGREES DELTA DOLLAR EDATE EOMONTH ERROR.TYPE EVEN EXACT EXP FACT FIND FIXED FLOOR FLOOR.MATH ' +
  'FLOOR.PRECISE FV HEX2DEC HOUR HYPERLINK IFS INDIRECT INT IPMT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ' +
  'ISNUMBER ISODD ISOWEEKNUM ISTEXT LEFT LEN LN LOG LOG10 LOWER MID MINUTE MOD MONTH MROUND N NORM.DIST NORMDIST NOT NPER ' +
  'NUMBERVALUE ODD PERMUT PMT POISSON POISSON.DIST POWER PPMT PROPER PV QUOTIENT RADIANS RANDBETWEEN RATE REPLACE REPT ' +
  'RIGHT ROMAN ROUND ROUNDDOWN ROUNDUP SEARCH SECOND SIGN SIN SINH SQRT SUBSTITUTE SWITCH T TAN TANH TEXT TEXTAFTER ' +
  'TEXTBEFORE TIME TIMEVALUE TRIM TRUNC TYPE UNICHAR UNICODE UPPER VALUE WEEKDAY WEEKNUM YEAR YEARFRAC';
for (const name of SINGLE_VALUE_FUNCTIONS.split(' ')) ARGUMENT_PATTERNS[name] = '(V)';
for (const name of ['DAVERAGE', 'DCOUNT', 'DCOUNTA', 'DGET', 'DMAX', 'DMIN', 'DPRODUCT', 'DSUM'])
  ARGUMENT_PATTERNS[name] = 'RVR';

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
  const pattern = ARGUMENT_PATTERNS[callee.toUpperCase()] ?? '(R)';
  const open = pattern.indexOf('(');
  const fixed = open < 0 ? pattern : pattern.slice(0, open);
  if (index < fixed.length) return fixed[index] as ArgumentKind;
  const repeated = open < 0 ? 'V' : pattern.slice(open + 1, -1);
  return repeated[(index - fixed.length) % repeated.length] as ArgumentKind;
}

/** Functions that give an array for a range: a plain formula of a file takes the first value. */
const PLACE_FUNCTIONS: ReadonlySet<string> = new Set(['ROW', 'COLUMN']);

export const isPlaceFunction = (callee: string): boolean => PLACE_FUNCTIONS.has(callee.toUpperCase());

export const isArrayFunction = (callee: string): boolean => ARRAY_FUNCTIONS.has(callee.toUpperCase());
