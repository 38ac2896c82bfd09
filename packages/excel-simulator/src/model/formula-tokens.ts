import { parse, parseStructRef, type Token, tokenize } from '@borgar/fx';

export type { Token };

/**
 * Formulas repeat down a column and are read again at every insertion and recalculation. Tokens are shared:
 * treat them as immutable.
 */
const tokenCache = new Map<string, readonly Token[]>();
const MAX_CACHED_FORMULAS = 50_000;

/** The tokenizer does not know a structured reference that a space and another one follow. */
function correctStructuredToken(token: Token): Token {
  return token.type === 'unknown' && parseStructRef(token.value) ? { ...token, type: 'structured' } : token;
}

/** Tokens of a formula in the interface's form; their values joined give the formula back. */
export function tokenizeFormula(formula: string): readonly Token[] {
  let tokens = tokenCache.get(formula);
  if (!tokens) {
    if (tokenCache.size >= MAX_CACHED_FORMULAS) tokenCache.clear();
    tokenCache.set(formula, (tokens = tokenize(formula).map(correctStructuredToken)));
  }
  return tokens;
}

/**
 * Whether Excel would take the formula at all. Unknown names and functions are well formed (they give #NAME?);
 * "=SUM(" and "=1+" are not.
 */
export function isWellFormedFormula(formula: string): boolean {
  const tokens = tokenizeFormula(formula);
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
  const texts = tokenizeFormula(formula).map((token, index, tokens) => {
    const text = replace(token, index, tokens);
    if (text === null || text === undefined || text === token.value) return token.value;
    changed = true;
    return text;
  });
  return changed ? texts.join('') : formula;
}
