const KNOWN_TEXTS = new Map<string, string>();
const MAX_TEXTS = 20_000;

/** Folds the case of a text. Folded texts are kept: columns hold the same few, and folding "Đ" takes its time. */
export function foldCase(text: string): string {
  let folded = KNOWN_TEXTS.get(text);
  if (folded !== undefined) return folded;
  if (KNOWN_TEXTS.size >= MAX_TEXTS) KNOWN_TEXTS.clear();
  KNOWN_TEXTS.set(text, (folded = text.toLowerCase()));
  return folded;
}
