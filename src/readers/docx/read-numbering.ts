import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { getChildNumber, getChildValue, isPropertyOn } from './properties';

/** One level of a list, as it prints. */
export type ListLevel = {
  start: number;
  /** ST_NumberFormat. */
  format: string;
  /** For format "custom": "001, 002, …". */
  pattern?: string;
  /** "%1.%2." where %n is the number of level n (1-based). */
  text: string;
  /** What stands between the number and the text. */
  suffix: string;
  /** 1-based level whose appearance restarts this one; 0: none does, undefined: any higher level. */
  restartAfter?: number;
  /** All levels in decimal ("II.1" prints "2.1"). */
  legal: boolean;
  hidden: boolean;
  /** Paragraph style tied to this level. */
  style?: string;
};

/** A list as paragraphs refer to it. Lists with the same `counter` continue each other's numbers. */
export type ListDefinition = {
  counter: string;
  levels: ReadonlyMap<number, ListLevel>;
  /** Levels whose first paragraph in this list starts at the level's start, whatever was counted before. */
  restartedLevels: ReadonlySet<number>;
};

export type Numbering = ReadonlyMap<number, ListDefinition>;

/** Levels 1 to 9. */
const LEVEL_COUNT = 9;
/** A text repeated before every paragraph must not grow a small file into a large one. */
const MAX_LEVEL_TEXT_LENGTH = 255;

type AbstractList = { levels: Map<number, ListLevel>; link?: string };

/**
 * Reads the lists by numId. Source: ECMA-376-1 §17.9. Lists that only point to a numbering style (numStyleLink) take
 * the levels of the list that defines it (styleLink).
 */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const styleLinks = new Map<string, string>();
  for (const element of findChildren(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    abstracts.set(id, { levels: readLevels(element), link: getChildValue(element, 'w:numStyleLink') });
    const styleLink = getChildValue(element, 'w:styleLink');
    if (styleLink !== undefined) styleLinks.set(styleLink, id);
  }

  const lists = new Map<number, ListDefinition>();
  for (const element of findChildren(root, 'w:num')) {
    const numId = Number.parseInt(element.attributes['w:numId'] ?? '', 10);
    const written = getChildValue(element, 'w:abstractNumId') ?? '';
    const link = abstracts.get(written)?.link;
    const counter = (link === undefined ? undefined : styleLinks.get(link)) ?? written;
    const levels = new Map(abstracts.get(counter)?.levels);
    const restartedLevels = new Set<number>();
    for (const override of findChildren(element, 'w:lvlOverride')) {
      const level = parseLevelNumber(override);
      if (level === null) continue;
      const replaced = findChild(override, 'w:lvl');
      if (replaced) levels.set(level, readLevel(replaced));
      const start = getChildNumber(override, 'w:startOverride');
      if (start === undefined) continue;
      restartedLevels.add(level);
      levels.set(level, { ...(levels.get(level) ?? DEFAULT_LEVEL), start });
    }
    lists.set(numId, { counter, levels, restartedLevels });
  }
  return lists;
}

const DEFAULT_LEVEL: ListLevel = {
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  hidden: false,
};

function findChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((child) => child.name === name) : [];
}

function parseLevelNumber(element: XmlElement): number | null {
  const level = Number.parseInt(element.attributes['w:ilvl'] ?? '', 10);
  return level >= 0 && level < LEVEL_COUNT ? level : null;
}

function readLevels(abstract: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of findChildren(abstract, 'w:lvl')) {
    const level = parseLevelNumber(element);
    if (level !== null) levels.set(level, readLevel(element));
  }
  return levels;
}

function readLevel(element: XmlElement): ListLevel {
  // Word writes formats newer than the standard as a choice with the nearest old one as fallback.
  const alternatives = findChild(element, 'mc:AlternateContent');
  const format = findChild(findChild(alternatives, 'mc:Choice') ?? element, 'w:numFmt')?.attributes;
  return {
    start: getChildNumber(element, 'w:start') ?? 0,
    format: format?.['w:val'] ?? 'decimal',
    pattern: format?.['w:format'],
    text: (getChildValue(element, 'w:lvlText') ?? '').slice(0, MAX_LEVEL_TEXT_LENGTH),
    suffix: getChildValue(element, 'w:suff') ?? 'tab',
    restartAfter: getChildNumber(element, 'w:lvlRestart'),
    legal: isPropertyOn(findChild(element, 'w:isLgl')),
    hidden: isPropertyOn(findChild(findChild(element, 'w:rPr'), 'w:vanish')),
    style: getChildValue(element, 'w:pStyle'),
  };
}
