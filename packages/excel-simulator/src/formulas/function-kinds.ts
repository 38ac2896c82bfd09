/**
 * What the calculation library does not know about functions. Given an array, it computes functions of single
 * values for the first value only, where Excel computes them for each; the compiler wraps them in MAP where an
 * argument may be an array. The lists name the arguments that take single values.
 */
const EACH_ARGUMENT = 'each' as const;
type SingleValued = typeof EACH_ARGUMENT | readonly number[];

const listSingleValued = (names: string): [string, SingleValued][] =>
  names.split(' ').map((name) => [name, EACH_ARGUMENT]);

/** Functions of single values: every argument, or those at the given places, are taken one by one. */
export const SINGLE_VALUED: ReadonlyMap<string, SingleValued> = new Map<string, SingleValued>([
  ...listSingleValued(
    'DATE DATEDIF DATEVALUE DAY DAYS DAYS360 EDATE EOMONTH HOUR ISOWEEKNUM MINUTE MONTH SECOND TIME TIMEVALUE',
  ),
  ...listSingleValued('WEEKDAY WEEKNUM YEAR YEARFRAC'),
  ...listSingleValued(
    'CHAR CLEAN CODE CONCATENATE DOLLAR EXACT FIND FIXED LEFT LEN LOWER MID NUMBERVALUE PROPER REPLACE REPT',
  ),
  ...listSingleValued(
    'RIGHT SEARCH SUBSTITUTE T TEXT TEXTAFTER TEXTBEFORE TRIM UNICHAR UNICODE UPPER VALUE HYPERLINK',
  ),
  ...listSingleValued(
    'ABS ACOS ASIN ATAN ATAN2 CEILING CEILING.MATH COS DEGREES EVEN EXP FACT FLOOR FLOOR.MATH INT LN LOG LOG10',
  ),
  ...listSingleValued(
    'MOD MROUND ODD POWER QUOTIENT RADIANS ROMAN ARABIC ROUND ROUNDDOWN ROUNDUP SIGN SIN SQRT TAN TRUNC',
  ),
  ...listSingleValued(
    'ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISTEXT N ERROR.TYPE',
  ),
  ...listSingleValued('NOT IFS SWITCH ADDRESS BASE DECIMAL REGEXTEST REGEXEXTRACT REGEXREPLACE'),
  ['MATCH', [0]],
  ['XMATCH', [0]],
  ['VLOOKUP', [0]],
  ['HLOOKUP', [0]],
  ['XLOOKUP', [0]],
  ['LOOKUP', [0]],
  ['INDEX', [1, 2]],
  ['RANK', [0]],
  ['RANK.EQ', [0]],
  ['RANK.AVG', [0]],
]);

/** These give one value whatever they are given; an array inside them goes no further. */
export const ONE_VALUE: ReadonlySet<string> = new Set(
  (
    'SUM SUMPRODUCT SUMSQ COUNT COUNTA COUNTBLANK AVERAGE MAX MIN MEDIAN MODE PRODUCT AND OR XOR ROWS COLUMNS ' +
    'SUBTOTAL AGGREGATE TEXTJOIN CONCAT MATCH XMATCH VLOOKUP HLOOKUP LOOKUP RANK RANK.EQ RANK.AVG STDEV STDEV.S STDEV.P VAR VAR.S VAR.P TODAY NOW ' +
    'DEVSQ AVEDEV KURT SKEW SKEW.P MDETERM COVARIANCE.P COVARIANCE.S PEARSON RSQ SUMX2MY2 SUMX2PY2 SUMXMY2 STDEVA ' +
    'VARA VARPA TYPE DPRODUCT GEOMEAN HARMEAN CORREL NPV IRR TRUE FALSE NA PI RAND RANDBETWEEN REDUCE ISREF AREAS SHEET SHEETS'
  ).split(' '),
);

/** Functions of whole arrays, tried with them; any other function is given single values only. */
export const TAKES_ARRAY: ReadonlySet<string> = new Set(
  (
    'IF IFERROR IFNA LET LAMBDA MAP REDUCE SCAN MAKEARRAY BYROW BYCOL FILTER UNIQUE SORT SORTBY TAKE DROP VSTACK ' +
    'HSTACK CHOOSECOLS CHOOSEROWS TOCOL TOROW WRAPCOLS WRAPROWS EXPAND TRANSPOSE MMULT FREQUENCY LARGE SMALL ' +
    'PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC QUARTILE.EXC PERCENTRANK NETWORKDAYS WORKDAY ' +
    'NETWORKDAYS.INTL WORKDAY.INTL DSUM DCOUNT DCOUNTA DAVERAGE DMAX DMIN DGET MODE.SNGL MODE.MULT AVERAGEA MAXA ' +
    'MINA STDEVP VARP SLOPE INTERCEPT FORECAST FORECAST.LINEAR TREND LINEST GCD LCM OFFSET CELL AREAS ISREF ' +
    'XLOOKUP INDEX ARRAYTOTEXT XIRR XNPV TRIMMEAN'
  ).split(' '),
);

/** Give arrays whatever they are given. */
export const RETURNS_ARRAY: ReadonlySet<string> = new Set(
  'SEQUENCE RANDARRAY INDIRECT OFFSET TEXTSPLIT MAKEARRAY'.split(' '),
);

/** Places of the criteria; these functions give one value for each value of a criterion. */
export const CRITERIA_ARGUMENTS: ReadonlyMap<string, (index: number) => boolean> = new Map([
  ['COUNTIF', (index) => index === 1],
  ['SUMIF', (index) => index === 1],
  ['AVERAGEIF', (index) => index === 1],
  ['COUNTIFS', (index) => index % 2 === 1],
  ...['SUMIFS', 'AVERAGEIFS', 'MAXIFS', 'MINIFS'].map(
    (name) => [name, (index: number) => index >= 2 && index % 2 === 0] as const,
  ),
]);

/** In a cell that is referred to, these pass over texts (SUM, AVERAGE) or blanks (COUNTA), as in an area. */
export const AGGREGATES: ReadonlySet<string> = new Set(
  (
    'SUM SUMSQ SUMPRODUCT PRODUCT COUNT COUNTA COUNTBLANK AVERAGE MAX MIN MEDIAN MODE AND OR XOR STDEV STDEV.S ' +
    'STDEV.P STDEVP VAR VAR.S VAR.P VARP GEOMEAN HARMEAN LARGE SMALL'
  ).split(' '),
);

/** These need the place of a cell, not its value; they get a reference. */
export const TAKES_REFERENCE: ReadonlySet<string> = new Set(['OFFSET', 'CELL', 'ISREF', 'AREAS', 'SHEET']);

/** Former names of functions that the library knows by their present ones only. */
export const LEGACY_NAMES: ReadonlyMap<string, string> = new Map([
  ['POISSON', 'POISSON.DIST'],
  ['EXPONDIST', 'EXPON.DIST'],
  ['COVAR', 'COVARIANCE.P'],
  ['CRITBINOM', 'BINOM.INV'],
  ['GAMMADIST', 'GAMMA.DIST'],
  ['WEIBULL', 'WEIBULL.DIST'],
  ['TINV', 'T.INV.2T'],
  ['FINV', 'F.INV.RT'],
  ['FDIST', 'F.DIST.RT'],
  ['CHIDIST', 'CHISQ.DIST.RT'],
  ['CHIINV', 'CHISQ.INV.RT'],
  ['LOGINV', 'LOGNORM.INV'],
]);

/** Change at every calculation. */
export const VOLATILE: ReadonlySet<string> = new Set(['NOW', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);

/** Read cells that are known only when they are calculated. */
export const DYNAMIC: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET']);
