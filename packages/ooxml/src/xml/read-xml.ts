import { SaxesParser } from 'saxes';
import type { ProblemCode } from '../../../../src/shared/problem';
import { err, ok, type Result } from '../../../../src/shared/result';
import type { ByteSink } from '../zip/open-zip';
import { createXmlDecoder } from './create-xml-decoder';
import { createRootScope, type NameScope } from './namespaces';

export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * What happens to a part as it is read. Names carry our prefixes (see `namespaces`); attributes without a prefix
 * have none. `open` may answer 'stop': nothing more is read and nothing is wrong.
 */
export type XmlHandler = {
  open: (name: string, attributes: XmlAttributes) => 'stop' | void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** A stream of bytes into a sink, as `ZipArchive.stream` gives it. */
export type ByteSource = (sink: ByteSink) => Result<void>;

/** Word nests some 15 elements for a cell of a table; a table in a table in a table stays far below this. */
export const MAX_XML_DEPTH = 256;

/** Bytes that may pass without a tag or a text ending: a cell of Excel holds 32,767 characters at most. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

type StopReason = { code: ProblemCode; details?: Record<string, string | number> } | 'stop';

/**
 * Reads XML strictly while it is being inflated, without a DOM.
 * Problems: xml-damaged (not well-formed, wrong encoding), xml-doctype, xml-too-deep, and those of the source.
 */
export function readXml(source: ByteSource, handler: XmlHandler): Result<void> {
  let end: StopReason | null = null;
  const stop = (reason: StopReason): never => {
    end = reason;
    throw new Error('stop');
  };
  let silence = 0;
  const parser = createParser(handler, stop, () => (silence = 0));
  let decoder: TextDecoder | null = null;
  const feed = (chunk: Uint8Array | null): boolean => {
    try {
      if (!chunk) {
        parser.write(decoder?.decode() ?? '');
        parser.close();
      } else {
        decoder ??= createXmlDecoder(chunk) ?? stop({ code: 'xml-damaged', details: { reason: 'encoding' } });
        silence += chunk.length;
        parser.write(decoder.decode(chunk, { stream: true }));
        if (silence > MAX_TEXT_BYTES) stop({ code: 'xml-damaged', details: { reason: 'text-too-long' } });
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
  return ended && ended !== 'stop' ? err(ended.code, {}, ended.details) : ok(undefined);
}

type PlainOptions = { xmlns: false; position: false };

function createParser(
  handler: XmlHandler,
  stop: (reason: StopReason) => never,
  onTag: () => void,
): SaxesParser<PlainOptions> {
  const parser = new SaxesParser<PlainOptions>({ xmlns: false, position: false });
  const names: string[] = [];
  const scopes: NameScope[] = [createRootScope()];

  parser.on('doctype', () => stop({ code: 'xml-doctype' }));
  parser.on('error', () => stop({ code: 'xml-damaged' }));
  parser.on('opentag', (tag) => {
    onTag();
    if (names.length >= MAX_XML_DEPTH) stop({ code: 'xml-too-deep', details: { limit: MAX_XML_DEPTH } });
    const scope = scopes[names.length]!.inside(tag.attributes);
    const name = scope.element(tag.name);
    names.push(name);
    scopes[names.length] = scope;
    if (handler.open(name, normalizeAttributeNames(tag.attributes, scope)) === 'stop') stop('stop');
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

/** Attributes under our names; declarations of prefixes are gone. */
function normalizeAttributeNames(written: XmlAttributes, scope: NameScope): XmlAttributes {
  let own: Record<string, string> | null = null;
  for (const name in written) {
    if (!name.includes(':')) continue;
    own ??= { ...written };
    delete own[name];
    if (!name.startsWith('xmlns:')) own[scope.attribute(name)] = written[name]!;
  }
  return own ?? written;
}
