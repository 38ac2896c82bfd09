/** Characters that a terminal obeys, or that turn the order of writing: names of files and texts may hold them. */
const CONTROL_CHARACTERS = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const escapeCharacter = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Escapes what would not be shown but obeyed: "a\nb" of a file's name prints `a\u000ab`, on one line. The text of a JSON
 * object keeps its meaning.
 */
export const escapeLine = (line: string): string => line.replace(CONTROL_CHARACTERS, escapeCharacter);
