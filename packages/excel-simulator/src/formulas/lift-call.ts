import { CRITERIA_ARGUMENTS, ONE_VALUE, RETURNS_ARRAY, SINGLE_VALUED, TAKES_ARRAY } from './function-kinds';

/** Part of a formula as the library reads it, and whether its value may be an array. */
export type FormulaFragment = {
  text: string;
  isArray: boolean;
  /** Of several references (INDIRECT of several addresses, OFFSET by several distances). */
  references?: ReferenceList;
};

/** References that arrays give: the arrays, and the formula of one reference from a value of each. */
export type ReferenceList = { lists: string[]; write: (values: readonly string[]) => string };

/** Functions of a reference that give one result for each of several; N and T of the first cell. */
const EACH_REFERENCE: ReadonlySet<string> = new Set([
  ...CRITERIA_ARGUMENTS.keys(),
  'SUBTOTAL',
  'AGGREGATE',
  'N',
  'T',
]);

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
  if (EACH_REFERENCE.has(name) && args.some(({ references }) => references))
    return liftReferences(name, args);
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
      references: listReferences(name, args),
    };
  const lifted = texts.filter((_, index) => isSpread[index]);
  const parameters = lifted.map((_, index) => `HOST_E${index}`);
  let next = 0;
  const inner = texts.map((text, index) => (isSpread[index] ? parameters[next++]! : text));
  const sources = lifted.map((_, index) => `HOST_SPREAD(${index},${lifted.join(',')})`);
  const body = `${name}(${inner.join(',')})`;
  return { text: `MAP(${sources.join(',')},LAMBDA(${parameters.join(',')},${body}))`, isArray: true };
}

/** The references of INDIRECT or OFFSET where arguments are arrays; the first of OFFSET is a reference itself. */
function listReferences(name: string, args: readonly FormulaFragment[]): ReferenceList | undefined {
  if (name !== 'INDIRECT' && name !== 'OFFSET') return undefined;
  const isList = args.map(({ isArray }, index) => isArray && (name === 'INDIRECT') === (index === 0));
  if (!isList.includes(true)) return undefined;
  return {
    lists: args.flatMap(({ text }, index) => (isList[index] ? text : [])),
    write: (values) => {
      let next = 0;
      return `${name}(${args.map(({ text }, index) => (isList[index] ? values[next++] : text)).join(',')})`;
    },
  };
}

/** A function over several references: one result for each. */
function liftReferences(name: string, args: readonly FormulaFragment[]): FormulaFragment {
  const lists = args.flatMap(({ references }) => references?.lists ?? []);
  const parameters = lists.map((_, index) => `HOST_I${index}`);
  let next = 0;
  const inner = args.map(({ text, references }) =>
    references ? references.write(parameters.slice(next, (next += references.lists.length))) : text,
  );
  const sources = lists.map((_, index) => `HOST_SPREAD(${index},${lists.join(',')})`);
  const body = `${name}(${inner.join(',')})`;
  return { text: `MAP(${sources.join(',')},LAMBDA(${parameters.join(',')},${body}))`, isArray: true };
}
