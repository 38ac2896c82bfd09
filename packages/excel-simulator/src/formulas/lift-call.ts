import { CRITERIA_ARGUMENTS, ONE_VALUE, RETURNS_ARRAY, SINGLE_VALUED, TAKES_ARRAY } from './function-kinds';

/** Part of a formula as the library reads it, and whether its value may be an array. */
export type FormulaFragment = {
  text: string;
  isArray: boolean;
  /** Of INDIRECT with several addresses: the array of them. */
  addresses?: string;
};

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
  if (CRITERIA_ARGUMENTS.has(name) && args.some((arg) => arg.addresses !== undefined))
    return liftAddresses(name, args);
  const takesArrays =
    TAKES_ARRAY.has(name) || ONE_VALUE.has(name) || SINGLE_VALUED.has(name) || CRITERIA_ARGUMENTS.has(name);
  // The library would silently take an array's first value; HOST_SINGLE gives #VALUE! instead.
  const texts = args.map((arg) => (arg.isArray && !takesArrays ? `HOST_SINGLE(${arg.text})` : arg.text));
  const single = SINGLE_VALUED.get(name);
  const isSingle = (index: number): boolean => single === 'each' || (single?.includes(index) ?? false);
  const isSpread = args.map((arg, index) => arg.isArray && isSingle(index));
  if (!isSpread.includes(true))
    return {
      text: `${name}(${texts.join(',')})`,
      isArray: returnsArray(name, args),
      ...(name === 'INDIRECT' && args[0]?.isArray ? { addresses: args[0].text } : {}),
    };
  const lifted = texts.filter((_, index) => isSpread[index]);
  const parameters = lifted.map((_, index) => `HOST_E${index}`);
  let next = 0;
  const inner = texts.map((text, index) => (isSpread[index] ? parameters[next++]! : text));
  const sources = lifted.map((_, index) => `HOST_SPREAD(${index},${lifted.join(',')})`);
  const body = `${name}(${inner.join(',')})`;
  return { text: `MAP(${sources.join(',')},LAMBDA(${parameters.join(',')},${body}))`, isArray: true };
}

/** A criteria function over INDIRECT of several addresses (sheets): one result for each address. */
function liftAddresses(name: string, args: readonly FormulaFragment[]): FormulaFragment {
  const lists = args.flatMap(({ addresses }) => addresses ?? []);
  const parameters = lists.map((_, index) => `HOST_I${index}`);
  let next = 0;
  const inner = args.map(({ text, addresses }) =>
    addresses === undefined ? text : `INDIRECT(${parameters[next++]!})`,
  );
  const sources = lists.map((_, index) => `HOST_SPREAD(${index},${lists.join(',')})`);
  const body = `${name}(${inner.join(',')})`;
  return { text: `MAP(${sources.join(',')},LAMBDA(${parameters.join(',')},${body}))`, isArray: true };
}
