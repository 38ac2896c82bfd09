import { CRITERIA_ARGUMENTS, ONE_VALUE, RETURNS_ARRAY, SINGLE_VALUED, TAKES_ARRAY } from './function-kinds';

/** Part of a formula in the library's words, and whether its value may be an array. */
export type FormulaFragment = { text: string; isArray: boolean };

function returnsArray(name: string, args: readonly FormulaFragment[]): boolean {
  if (RETURNS_ARRAY.has(name)) return true;
  if (ONE_VALUE.has(name) || SINGLE_VALUED.get(name) === 'each') return false;
  const isCriterion = CRITERIA_ARGUMENTS.get(name);
  return args.some((arg, index) => arg.isArray && (isCriterion ? isCriterion(index) : true));
}

/**
 * A call of a function; where an argument that is taken singly may be an array, a call for each of its values:
 * MONTH(x) becomes MAP(x, LAMBDA(e, MONTH(e))), with arguments of several shapes spread to one.
 */
export function liftCall(name: string, args: readonly FormulaFragment[]): FormulaFragment {
  const takesArrays =
    TAKES_ARRAY.has(name) || ONE_VALUE.has(name) || SINGLE_VALUED.has(name) || CRITERIA_ARGUMENTS.has(name);
  // The library would silently take an array's first value; HOST_SINGLE gives #VALUE! instead.
  const texts = args.map((arg) => (arg.isArray && !takesArrays ? `HOST_SINGLE(${arg.text})` : arg.text));
  const single = SINGLE_VALUED.get(name);
  const isSingle = (index: number): boolean => single === 'each' || (single?.includes(index) ?? false);
  const isSpread = args.map((arg, index) => arg.isArray && isSingle(index));
  if (!isSpread.includes(true))
    return { text: `${name}(${texts.join(',')})`, isArray: returnsArray(name, args) };
  const lifted = texts.filter((_, index) => isSpread[index]);
  const parameters = lifted.map((_, index) => `HOST_E${index}`);
  let next = 0;
  const inner = texts.map((text, index) => (isSpread[index] ? parameters[next++]! : text));
  const sources = lifted.map((_, index) => `HOST_SPREAD(${index},${lifted.join(',')})`);
  const body = `${name}(${inner.join(',')})`;
  return { text: `MAP(${sources.join(',')},LAMBDA(${parameters.join(',')},${body}))`, isArray: true };
}
