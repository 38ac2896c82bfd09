export type FormulaToken = {
  kind: 'text' | 'sheet' | 'bracket' | 'name' | 'number' | 'error' | 'space' | 'sign';
  text: string;
};

const SPACE_PATTERN = /\s+/y;
const NUMBER_PATTERN = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME_PATTERN = /[\p{L}_\\$][\p{L}\p{N}\p{M}_.\\?$]*/uy;
const ERROR_PATTERN =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!)/iy;
const TEXT_PATTERN = /"(?:[^"]|"")*"?/y;
const SHEET_PATTERN = /'(?:[^']|'')*'?/y;

/** Where the bracket opened at `start` ends; inside it, an apostrophe escapes the character after it. */
function findBracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const char = formula[at];
    if (char === "'") at++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}

const TOKEN_RULES: readonly (readonly [FormulaToken['kind'], RegExp])[] = [
  ['space', SPACE_PATTERN],
  ['text', TEXT_PATTERN],
  ['sheet', SHEET_PATTERN],
  ['error', ERROR_PATTERN],
  ['number', NUMBER_PATTERN],
  ['name', NAME_PATTERN],
];

/**
 * Cuts a formula (without its "=") into tokens; joining their texts gives the formula back, whatever it was.
 * A bracket with all it holds is one token, for a column's name may hold any character.
 */
export function scanFormula(formula: string): readonly FormulaToken[] {
  if (formula !== lastScan.formula) lastScan = { formula, tokens: cutTokens(formula) };
  return lastScan.tokens;
}

/** A formula is scanned twice in a row: to choose its form in the file, and to write it. */
let lastScan: { formula: string; tokens: readonly FormulaToken[] } = { formula: '', tokens: [] };

function cutTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  next: while (at < formula.length) {
    if (formula[at] === '[') {
      const end = findBracketEnd(formula, at);
      tokens.push({ kind: 'bracket', text: formula.slice(at, end) });
      at = end;
      continue;
    }
    for (const [kind, rule] of TOKEN_RULES) {
      rule.lastIndex = at;
      const text = rule.exec(formula)?.[0];
      if (text) {
        tokens.push({ kind, text });
        at += text.length;
        continue next;
      }
    }
    const sign = String.fromCodePoint(formula.codePointAt(at)!);
    tokens.push({ kind: 'sign', text: sign });
    at += sign.length;
  }
  return tokens;
}

export function isSign(token: FormulaToken | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** Index of the parenthesis that closes the one at `open`; the length when none does. */
export function findClosingParenthesis(tokens: readonly FormulaToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isSign(tokens[at], '(')) depth++;
    else if (isSign(tokens[at], ')') && --depth === 0) return at;
  }
  return tokens.length;
}

/** The arguments between two parentheses (those not included), cut at their own commas. */
export function splitArguments(tokens: readonly FormulaToken[]): FormulaToken[][] {
  const list: FormulaToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '(') || isSign(token, '{')) depth++;
    if (isSign(token, ')') || isSign(token, '}')) depth--;
    if (depth === 0 && isSign(token, ',')) list.push([]);
    else list.at(-1)!.push(token);
  }
  return list;
}

export function joinTokens(tokens: readonly FormulaToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

function skipSpace(tokens: readonly FormulaToken[], at: number): number {
  return tokens[at]?.kind === 'space' ? at + 1 : at;
}

/**
 * End of the reference or call that begins at `start`: `A1`, `'Phụ lục'!A1:B2`, `Q[[#All],[x]]`, `F(x)`,
 * `(x)`, `[@x]`, with a trailing spill sign only when `withSpill`; `start` when nothing of the kind begins there.
 */
export function findOperandEnd(tokens: readonly FormulaToken[], start: number, withSpill = true): number {
  let at = start;
  for (;;) {
    const before = at;
    if (isSign(tokens[at], '(')) at = findClosingParenthesis(tokens, at) + 1;
    else if (tokens[at]?.kind === 'bracket') {
      at++;
      // "[1]Sheet!A1" and "[1]!Name" name another workbook.
      if (tokens[at]?.kind === 'name') continue;
      if (isSign(tokens[at], '!')) {
        at++;
        continue;
      }
    } else if (['name', 'sheet', 'number', 'error'].includes(tokens[at]?.kind ?? '')) {
      at++;
      if (isSign(tokens[at], '!')) {
        at++;
        continue;
      }
      if (isSign(tokens[at], '(')) at = findClosingParenthesis(tokens, at) + 1;
      else if (tokens[at]?.kind === 'bracket') at++;
    } else return before;
    if (withSpill && isSign(tokens[at], '#')) at++;
    if (!isSign(tokens[skipSpace(tokens, at)], ':')) return Math.min(at, tokens.length);
    at = skipSpace(tokens, skipSpace(tokens, at) + 1);
  }
}
