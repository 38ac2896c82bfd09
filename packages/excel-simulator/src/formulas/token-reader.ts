import { type Token, tokenizeFormula } from '../model/formula-tokens';
import { isOperand } from './resolve-operand';

function isSpace(token: Token | undefined): boolean {
  return token?.type === 'whitespace' || token?.type === 'newline';
}
function isSign(token: Token | undefined, sign: string): boolean {
  return token?.type === 'operator' && token.value === sign;
}

/** Goes through the tokens of a formula. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  at: number;

  constructor(formula: string) {
    this.#tokens = tokenizeFormula(formula);
    this.at = this.#tokens[0]?.type === 'fx_prefix' ? 1 : 0;
  }

  get token(): Token | undefined {
    return this.#tokens[this.at];
  }

  get isAtEnd(): boolean {
    return this.at >= this.#tokens.length;
  }

  /** Whether one operand is all that is left. */
  get isSingleOperand(): boolean {
    return this.at === this.#tokens.length - 1 && isOperand(this.token);
  }

  consume(): Token | undefined {
    return this.#tokens[this.at++];
  }

  isAt(...signs: string[]): boolean {
    return signs.some((sign) => isSign(this.token, sign));
  }

  skipSpaces(): void {
    while (isSpace(this.token)) this.at += 1;
  }

  /** The first token after this one that is no space. */
  peekNext(): Token | undefined {
    let at = this.at + 1;
    while (isSpace(this.#tokens[at])) at += 1;
    return this.#tokens[at];
  }

  /** The operand at hand when it is the whole of an argument. */
  peekArgument(): Token | null {
    const { token } = this;
    if (!token || !isOperand(token)) return null;
    const next = this.peekNext();
    return isSign(next, ',') || isSign(next, ')') ? token : null;
  }

  /**
   * Returns the position behind the call that begins here, and its text.
   * @returns null where its bracket is not closed.
   */
  findCallEnd(): { end: number; text: string } | null {
    let depth = 0;
    let text = '';
    for (let end = this.at; end < this.#tokens.length; end += 1) {
      const token = this.#tokens[end]!;
      text += token.value;
      if (isSign(token, '(')) depth += 1;
      else if (isSign(token, ')') && (depth -= 1) === 0) return { end: end + 1, text };
    }
    return null;
  }

  /** Whether the operand just taken stands beside ":" or, across a space, another operand. */
  joinsReferences(): boolean {
    const before = this.#tokens[this.at - 2];
    const after = this.token;
    const ends = (token: Token | undefined) => isOperand(token) || isSign(token, ')');
    const begins = (token: Token | undefined) =>
      isOperand(token) || isSign(token, '(') || token?.type === 'func';
    return (
      isSign(before, ':') ||
      isSign(after, ':') ||
      (isSpace(before) && ends(this.#tokens[this.at - 3])) ||
      (isSpace(after) && begins(this.#tokens[this.at + 1]))
    );
  }

  /** Whether a call is an end of a range; `start` is its first token, and its arguments begin here. */
  isEndOfRange(start: number): boolean {
    if (isSign(this.#tokens[start - 1], ':')) return true;
    let depth = 1;
    let at = this.at;
    for (; at < this.#tokens.length && depth > 0; at += 1) {
      if (isSign(this.#tokens[at], '(')) depth += 1;
      else if (isSign(this.#tokens[at], ')')) depth -= 1;
    }
    return isSign(this.#tokens[at], ':');
  }
}
