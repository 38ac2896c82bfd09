/**
 * Ends an exhaustive `switch`: the compiler accepts the call only if every kind was handled before.
 * @throws for a value that no case handled, as one read from a file may be
 */
export function assertNever(value: never): never {
  throw new Error(`Unhandled kind: ${JSON.stringify(value)}`);
}
