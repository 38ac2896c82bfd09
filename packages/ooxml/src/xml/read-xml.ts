import { SaxesParser } from 'saxes';
import { err, ok, type OoxmlProblemCode, type ProblemDetails, type Result } from '../result';
import type { ByteSink } from '../zip/open-zip';
import { createXmlDecoder } from './decode-xml';
import { createRootScope, type NameScope, type NamespacePolicy } from './name-scope';
import { readerPrefixes } from './namespaces';

export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * Receives the events of a part as it is read. Names carry the prefixes of the namespace policy; attributes without
 * a prefix have none, and declarations of namespaces are left out. `open` may answer 'stop' to end the reading.
 */
export type XmlHandler = {
  open: (name: string, attributes: XmlAttributes, scope: NameScope) => 'stop' | void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** Streams bytes into a sink, as `ZipArchive.stream` does. */
export type ByteSource = (sink: ByteSink) => Result<void>;

/** Word nests some 15 elements for a cell of a table; tables three deep stay far below this. */
export const MAX_XML_DEPTH = 256;

/** Bytes that may pass without a tag or a text ending: a cell of Excel holds 32,767 characters at most. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

type StopReason = { code: OoxmlProblemCode; details?: ProblemDetails } | 'stop';

export type ReadXmlOptions = {
  prefixes?: NamespacePolicy;
  /** Replaces wrong bytes by U+FFFD, reads an unknown encoding as UTF-8, and accepts texts of any length. */
  lenient?: boolean;
};

/**
 * Reads XML strictly while it is being inflated, without a DOM.
 * Problems: xml-damaged (not well-formed, wrong encoding), xml-doctype, xml-too-deep, and those of the source.
 */
export function readXml(
  source: ByteSource,
  handler: XmlHandler,
  { prefixes = readerPrefixes, lenient = false }: ReadXmlOptions = {},
): Result<void> {
  let end: StopReason | null = null;
  const stop = (reason: StopReason): never => {
    end = reason;
    throw new Error('stop');
  };
  let silence = 0;
  const parser = createParser(handler, createRootScope(prefixes), stop, () => (silence = 0));
  let decoder: TextDecoder | null = null;
  const feed = (chunk: Uint8Array | null): boolean => {
    try {
      if (!chunk) {
        parser.write(decoder?.decode() ?? '');
        parser.close();
      } else {
        decoder ??=
          createXmlDecoder(chunk, lenient) ?? stop({ code: 'xml-damaged', details: { reason: 'encoding' } });
        silence += chunk.length;
        parser.write(decoder.decode(chunk, { stream: true }));
        if (silence > MAX_TEXT_BYTES && !lenient)
          stop({ code: 'xml-damaged', details: { reason: 'text-too-long' } });
      }
      return true;
    } catch {
      end ??= { code: 'xml-damaged' };
      return false;
    }
  };

  const streamed = source((chunk) => feed(chunk));
  if (!streamed.ok) return streamed;
  if (!end) feed(null);
  const ended = end as StopReason | null;
  return ended && ended !== 'stop' ? err(ended.code, ended.details) : ok(undefined);
}

type PlainOptions = { xmlns: false; position: false };

function createParser(
  handler: XmlHandler,
  root: NameScope,
  stop: (reason: StopReason) => never,
  onTag: () => void,
): SaxesParser<PlainOptions> {
  const parser = new SaxesParser<PlainOptions>({ xmlns: false, position: false });
  const names: string[] = [];
  const scopes: NameScope[] = [root];

  parser.on('doctype', () => stop({ code: 'xml-doctype' }));
  parser.on('error', () => stop({ code: 'xml-damaged' }));
  parser.on('opentag', (tag) => {
    onTag();
    if (names.length >= MAX_XML_DEPTH) stop({ code: 'xml-too-deep', details: { limit: MAX_XML_DEPTH } });
    const scope = scopes[names.length]!.inside(tag.attributes);
    const name = scope.element(tag.name);
    names.push(name);
    scopes[names.length] = scope;
    if (handler.open(name, normalizeAttributeNames(tag.attributes, scope), scope) === 'stop') stop('stop');
  });
  parser.on('closetag', () => {
    onTag();
    const name = names.pop()!;
    handler.close?.(name);
  });
  const { text } = handler;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

/** Renames attributes by the scope and leaves out declarations of namespaces. */
function normalizeAttributeNames(written: XmlAttributes, scope: NameScope): XmlAttributes {
  let renamed: Record<string, string> | null = null;
  for (const name in written) {
    if (name !== 'xmlns' && !name.includes(':')) continue;
    renamed ??= { ...written };
    delete renamed[name];
    if (!name.startsWith('xmlns')) renamed[scope.attribute(name)] = written[name]!;
  }
  return renamed ?? written;
}
