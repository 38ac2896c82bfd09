/** Checks of what was read from JSON that anyone may have written. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns true if all these fields are texts. */
export const hasTexts = (value: unknown, fields: readonly string[]): value is Record<string, unknown> =>
  isObject(value) && fields.every((field) => typeof value[field] === 'string');

/** Returns true if a value is a list whose items all pass. */
export const isListOf = (value: unknown, isItem: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.every(isItem);

export const isText = (value: unknown): value is string => typeof value === 'string';
