/** Excel takes 64 functions in one another; deeper formulas overflow the stack of whoever compiles or calculates them. */
const MAX_NESTING = 256;

const TEXT_OR_NESTING = /"[^"]*"|'[^']*'|[({})]|[-+@](?:[-+@\s]*[-+@])?/g;

/** Returns true for a formula of more brackets in one another, or more signs in a row, than anybody writes. */
export function isNestedTooDeep(formula: string): boolean {
  let depth = 0;
  for (const [part] of formula.matchAll(TEXT_OR_NESTING)) {
    if (part === '(' || part === '{') depth += 1;
    else if (part === ')' || part === '}') depth -= 1;
    if (depth > MAX_NESTING || (/^[-+@]/.test(part) && part.length > MAX_NESTING)) return true;
  }
  return false;
}
