import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { MARKER } from './attack-case';

const EXECUTABLE_PARTS = /vbaProject|externalLinks|embeddings|activeX|connections\.xml|ctrlProps/i;
/** Elements whose text is a formula or a field's program. */
const PROGRAM_ELEMENTS =
  /(?:^|:)(?:f|formula[12]?|definedName|calculatedColumnFormula|totalsRowFormula|instrText)$/;
const PROGRAM_ATTRIBUTES = /(?:^|:)(?:instr|Target|location)$/;
/** Texts inside a formula: "…", with quotes doubled, and names of sheets. */
const QUOTED_TEXT = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

const CALENDAR_PROPERTIES =
  /^(?:BEGIN|END|VERSION|PRODID|METHOD|CALSCALE|NAME|X-[A-Z-]+|TIMEZONE-ID|REFRESH-INTERVAL|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|TRANSP|STATUS|LAST-MODIFIED|CREATED|CATEGORIES|TRIGGER|ACTION|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE)[;:]/;

/** Returns what of an Office file's part is more than text: not well formed, a formula or a target with the marker. */
function findInXml(name: string, xml: string): string | null {
  let found: string | null = null;
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    found ??= `${name} is no XML: ${error.message}`;
  });
  parser.on('opentag', ({ name: element, attributes }) => {
    open.push(element);
    for (const [attribute, value] of Object.entries(attributes))
      if (PROGRAM_ATTRIBUTES.test(attribute) && String(value).includes(MARKER))
        found ??= `${name}: ${attribute}="${String(value)}"`;
  });
  parser.on('text', (text) => {
    const element = open.at(-1) ?? '';
    if (PROGRAM_ELEMENTS.test(element) && text.replace(QUOTED_TEXT, '').includes(MARKER))
      found ??= `${name}: <${element}> ${text.slice(0, 200)}`;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

function findInPackage(bytes: Uint8Array): string | null {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (EXECUTABLE_PARTS.test(name)) return `has a part ${name}`;
    const found = /\.(?:xml|rels)$/i.test(name) ? findInXml(name, new TextDecoder().decode(part)) : null;
    if (found !== null) return found;
  }
  return null;
}

function findInCalendar(text: string): string | null {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const wrong = lines.find((line) => line !== '' && !CALENDAR_PROPERTIES.test(line));
  return wrong === undefined ? null : `a line of its own: ${wrong.slice(0, 100)}`;
}

function findInText(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return 'is no JSON';
  }
}

/** Returns what of a written file is more than the text that was put into it, or null. */
export function findInOutput(path: string): string | null {
  const bytes = new Uint8Array(readFileSync(path));
  const text = (): string => new TextDecoder().decode(bytes);
  switch (extname(path)) {
    case '.xlsx':
    case '.docx':
      return findInPackage(bytes);
    case '.ics':
      return findInCalendar(text());
    case '.json':
      return findInText(text());
    case '.sql':
      return text().includes(MARKER) ? 'a query with the marker' : null;
    default:
      return null;
  }
}

export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Codes that a terminal obeys: all control characters but line ends and tabs, in one byte or in two. */
const TERMINAL_CODES = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
/** Turns of the order of writing, which make a name look like another. */
const ORDER_CODES = /[\u202a-\u202e\u2066-\u2069]/;

/** The beginning of a message that stands behind the line break of a hostile name. */
const FORGED_LINE = /^Lỗi \[giả\]/m;

/** Returns what a terminal would obey, or what a line pretends to be that a text began itself. */
export function findInTerminal(text: string): string | null {
  const code = TERMINAL_CODES.exec(text) ?? ORDER_CODES.exec(text);
  if (code)
    return `prints the code ${JSON.stringify(code[0])}: ${JSON.stringify(text.slice(Math.max(0, code.index - 60), code.index + 20))}`;
  return FORGED_LINE.test(text) ? 'prints a line that a name began' : null;
}
