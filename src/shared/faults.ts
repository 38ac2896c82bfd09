/** Errors that the language itself raises: no file, however damaged, explains them. */
const FAULT_NAMES: readonly string[] = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

/** Returns true for an error of the program, in contrast to what a library says of a damaged file. */
export const isProgramFault = (fault: unknown): boolean =>
  fault instanceof Error && FAULT_NAMES.includes(fault.name);

/** "TypeError: x is not a function": what a person in charge of the software needs to be sent. */
export const getFaultText = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
