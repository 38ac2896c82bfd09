import type { Session } from '../protocol/types';
import type { Json } from '../protocol/wire';

/**
 * Lists settings as [name, JSON text]; Office.context.document.settings and workbook.settings share one
 * store.
 */
export function readDocumentSettings({ workbook }: Session): [string, string][] {
  return [...workbook.settings].map(([name, value]) => [name, JSON.stringify(value)]);
}

/** Replaces all settings; Settings.saveAsync sends them all: [[name, JSON text], …]. */
export function writeDocumentSettings({ workbook }: Session, properties: Json | undefined): void {
  if (!Array.isArray(properties)) return;
  workbook.settings.clear();
  for (const property of properties) {
    if (!Array.isArray(property)) continue;
    const [name, text] = property;
    if (typeof name === 'string' && typeof text === 'string') workbook.settings.set(name, JSON.parse(text));
  }
}
