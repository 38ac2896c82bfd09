import { err, ok, type Result } from '../result';
import type { NameScope } from './name-scope';
import { type ByteSource, readXml, type ReadXmlOptions, type XmlAttributes } from './read-xml';

/** An element as read. `text` is all text directly inside; the order of text and elements is not kept. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
};

export type TreeLimits = { elements: number; characters: number };

/** About half a gigabyte of objects; a Word table of 10,000 rows has some 600,000 elements. */
const TREE_LIMITS: TreeLimits = { elements: 2_000_000, characters: 32 * 1024 * 1024 };

export type TreeOptions = ReadXmlOptions & {
  /** Names of elements that are left out with all they hold. */
  skip?: ReadonlySet<string>;
  limits?: TreeLimits;
  /** Changes the attributes of an element before it becomes part of the tree. */
  readAttributes?: (
    attributes: XmlAttributes,
    element: { name: string; scope: NameScope; isRoot: boolean },
  ) => Record<string, string>;
  /**
   * Receives elements of these names as they end; they are then dropped, so that the rows of a big sheet never stand
   * in memory together.
   */
  consumers?: ReadonlyMap<string, (element: XmlElement) => void>;
};

/**
 * Reads a part as a tree.
 * Problems: as `readXml`, and file-too-large for a part with more elements or text than a tree may have.
 */
export function readXmlTree(source: ByteSource, options: TreeOptions = {}): Result<XmlElement> {
  const { skip, limits = TREE_LIMITS, readAttributes, consumers } = options;
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let skipped = 0;
  let count = 0;
  let characters = 0;
  const isTooLarge = (): boolean => count > limits.elements || characters > limits.characters;
  const outcome = readXml(
    source,
    {
      open: (name, attributes, scope) => {
        if (skipped > 0 || skip?.has(name)) {
          skipped++;
          return;
        }
        count++;
        if (isTooLarge()) return 'stop';
        const element: XmlElement = {
          name,
          attributes: readAttributes
            ? readAttributes(attributes, { name, scope, isRoot: open.length === 0 })
            : attributes,
          children: [],
          text: '',
        };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      close: () => {
        if (skipped > 0) {
          skipped--;
          return;
        }
        const element = open.pop()!;
        const consume = open.length > 0 ? consumers?.get(element.name) : undefined;
        if (!consume) return;
        open.at(-1)!.children.pop();
        consume(element);
      },
      text: (text) => {
        const element = open.at(-1);
        if (skipped > 0 || !element) return;
        characters += text.length;
        element.text += text;
      },
    },
    options,
  );
  if (!outcome.ok) return outcome;
  if (isTooLarge()) return err('file-too-large', { elements: count, characters });
  return root ? ok(root) : err('xml-damaged');
}

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function findChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/**
 * Follows names of children down.
 * @returns undefined if one is missing.
 */
export function findDescendant(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(findChild, element);
}

/** Reads an xsd:boolean, or the "on" and "off" of some writers; `missing` is the default of the attribute. */
export function readBooleanAttribute(
  element: XmlElement | undefined,
  name: string,
  missing = false,
): boolean {
  const value = element?.attributes[name];
  return value === undefined ? missing : isTrueValue(value);
}

/** @returns the number, or undefined if the attribute is missing or no number. */
export function readNumberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const text = element?.attributes[name];
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Returns true for the true values of xsd:boolean and for the "on" of some writers. */
export function isTrueValue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
