import { parse, parseStructRef, type Token, tokenize } from '@borgar/fx';
import { CELL_MARK, cutAtCells } from './formula-shape';

export type { Token };

/**
 * Caches tokens, because formulas repeat down a column and are read again at every insertion and
 * recalculation. Tokens are shared: treat them as immutable.
 */
const TOKEN_CACHE = new Map<string, readonly Token[]>();
const MAX_CACHED_FORMULAS = 50_000;

/** The tokenizer does not recognize a structured reference that is followed by a space and another one. */
function correctStructuredToken(token: Token): Token {
  return token.type === 'unknown' && parseStructRef(token.value) ? { ...token, type: 'structured' } : token;
}

/**
 * Joins "[1]!Name" and "[1]!Function(" to one token each: the tokenizer recognizes another workbook only before a
 * sheet.
 */
function joinExternalNames(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const isName = token.type === 'range_named' || token.type === 'func';
    const start = isName && joined.at(-1)?.value === '!' ? findWorkbookStart(joined) : -1;
    if (start < 0) joined.push(token);
    else {
      const before = joined.splice(start).map(({ value }) => value);
      joined.push({ ...token, value: [...before, token.value].join('') });
    }
  }
  return joined;
}

/** Returns where "[1]" or "[a.xlsx]" before a final "!" begins, or -1 if there is none. */
function findWorkbookStart(tokens: readonly Token[]): number {
  const end = tokens.length - 2;
  if (!tokens[end]?.value.endsWith(']')) return -1;
  for (let at = end; at >= 0; at--) if (tokens[at]!.value.startsWith('[')) return at;
  return -1;
}

/** Splits a formula in the interface's form into tokens, whose values joined give the formula back. */
export function tokenizeFormula(formula: string): readonly Token[] {
  let tokens = TOKEN_CACHE.get(formula);
  if (!tokens) {
    if (TOKEN_CACHE.size >= MAX_CACHED_FORMULAS) TOKEN_CACHE.clear();
    TOKEN_CACHE.set(formula, (tokens = joinExternalNames(tokenize(formula).map(correctStructuredToken))));
  }
  return tokens;
}

/**
 * Returns true if Excel would accept the formula. Unknown names and functions are well formed (they give
 * #NAME?); "=SUM(" and "=1+" are not.
 */
export function isWellFormedFormula(formula: string): boolean {
  const known = WELL_FORMED.get(formula);
  if (known !== undefined) return known;
  // Formulas that differ in their cells alone are well formed together: one of them is parsed.
  const example = cutAtCells(formula)?.shape.replaceAll(CELL_MARK, 'A1') ?? formula;
  let isWellFormed = WELL_FORMED.get(example);
  if (isWellFormed === undefined) {
    if (WELL_FORMED.size >= MAX_CACHED_FORMULAS) WELL_FORMED.clear();
    WELL_FORMED.set(example, (isWellFormed = canParse(example, tokenizeFormula(example))));
  }
  return isWellFormed;
}

const WELL_FORMED = new Map<string, boolean>();

function canParse(formula: string, tokens: readonly Token[]): boolean {
  if (!formula.startsWith('=') || tokens.length < 2 || tokens.some((token) => token.unterminated))
    return false;
  try {
    parse([...tokens]);
    return true;
  } catch {
    return false;
  }
}

/** Replaces tokens of a formula by the results of `replace`; null or undefined leaves a token as it is. */
export function mapTokens(
  formula: string,
  replace: (token: Token, index: number, tokens: readonly Token[]) => string | null | undefined,
): string {
  let changed = false;
  const texts = tokenizeFormula(formula).map((token, index, tokens) => {
    const text = replace(token, index, tokens);
    if (text === null || text === undefined || text === token.value) return token.value;
    changed = true;
    return text;
  });
  return changed ? texts.join('') : formula;
}
