import { parse, parseStructRef, tokenize, type Token } from '@borgar/fx';

export type { Token };

/**
 * Formulas repeat down a column and are read again at every insertion and recalculation. Tokens are shared:
 * treat them as immutable.
 */
const cache = new Map<string, readonly Token[]>();
const CACHE_LIMIT = 50_000;

/** The tokenizer does not know a structured reference that a space and another one follow. */
function named(token: Token): Token {
  return token.type === 'unknown' && parseStructRef(token.value) ? { ...token, type: 'structured' } : token;
}

/** Tokens of a formula in the interface's form; their values joined give the formula back. */
export function formulaTokens(formula: string): readonly Token[] {
  let tokens = cache.get(formula);
  if (!tokens) {
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(formula, (tokens = tokenize(formula).map(named)));
  }
  return tokens;
}

/**
 * Whether Excel would take the formula at all. Unknown names and functions are well formed (they give #NAME?);
 * "=SUM(" and "=1+" are not.
 */
export function isWellFormed(formula: string): boolean {
  const tokens = formulaTokens(formula);
  if (!formula.startsWith('=') || tokens.length < 2 || tokens.some((token) => token.unterminated))
    return false;
  try {
    parse([...tokens]);
    return true;
  } catch {
    return false;
  }
}

/** The formula with each token replaced by what `replace` gives; null or undefined leaves a token as it is. */
export function mapTokens(
  formula: string,
  replace: (token: Token, index: number, tokens: readonly Token[]) => string | null | undefined,
): string {
  let changed = false;
  const texts = formulaTokens(formula).map((token, index, tokens) => {
    const text = replace(token, index, tokens);
    if (text === null || text === undefined || text === token.value) return token.value;
    changed = true;
    return text;
  });
  return changed ? texts.join('') : formula;
}
