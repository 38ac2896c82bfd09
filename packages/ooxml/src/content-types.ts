import { addPartName, ok, type Result } from './result';
import { type ByteSource, readXml } from './xml/read-xml';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** Returns the extension of a part's name in lower case, without the dot. */
export const getExtension = (part: string): string => /\.([^./]*)$/.exec(part)?.[1]?.toLowerCase() ?? '';

/** Returns the content type of a part, or '' if the package does not give one. */
export type ContentTypes = (part: string) => string;

/** Reads [Content_Types].xml: the type of a single part counts before the one of its extension. Problems: as `readXml`. */
export function readContentTypes(source: ByteSource): Result<ContentTypes> {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  const outcome = readXml(source, {
    open: (name, { PartName = '', Extension = '', ContentType = '' }) => {
      if (name === 'ct:Override') overrides.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
      else if (name === 'ct:Default') defaults.set(Extension.toLowerCase(), ContentType);
    },
  });
  if (!outcome.ok) return addPartName(outcome, CONTENT_TYPES_PART);
  return ok((part) => overrides.get(part.toLowerCase()) ?? defaults.get(getExtension(part)) ?? '');
}
