import { childNamed, elementsOf, type XmlElement } from '../xml/tree';
import { isOn, numberOf, valueOf } from './properties';

/** One level of a list, as it prints. */
export type ListLevel = {
  start: number;
  /** ST_NumberFormat. */
  format: string;
  /** For format "custom": "001, 002, …". */
  pattern?: string;
  /** "%1.%2." where %n is the number of level n (1-based). */
  text: string;
  /** What stands between number and words. */
  suffix: string;
  /** 1-based level whose appearance starts this one anew; 0 never, undefined any higher level. */
  restartAfter?: number;
  /** All levels in decimal ("II.1" prints "2.1"). */
  legal: boolean;
  hidden: boolean;
  /** Paragraph style tied to this level. */
  style?: string;
};

/** A list as paragraphs refer to it. Lists with one `counter` go on counting where the other stopped. */
export type ListDefinition = {
  counter: string;
  levels: ReadonlyMap<number, ListLevel>;
  /** Levels whose first paragraph in this list starts at the level's start, whatever was counted before. */
  startsAnew: ReadonlySet<number>;
};

export type Numbering = ReadonlyMap<number, ListDefinition>;

/** Levels 1 to 9. */
const LEVELS = 9;
/** A text repeated before every paragraph must not grow a small file into a large one. */
const LONGEST_LEVEL_TEXT = 255;

type AbstractList = { levels: Map<number, ListLevel>; link?: string };

/**
 * Lists by numId. Source: ECMA-376-1 §17.9. Lists that only point to a numbering style (numStyleLink) take the
 * levels of the list that defines it (styleLink).
 */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const styleLinks = new Map<string, string>();
  for (const element of named(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    abstracts.set(id, { levels: levelsOf(element), link: valueOf(element, 'w:numStyleLink') });
    const styleLink = valueOf(element, 'w:styleLink');
    if (styleLink !== undefined) styleLinks.set(styleLink, id);
  }

  const lists = new Map<number, ListDefinition>();
  for (const element of named(root, 'w:num')) {
    const numId = Number.parseInt(element.attributes['w:numId'] ?? '', 10);
    const written = valueOf(element, 'w:abstractNumId') ?? '';
    const link = abstracts.get(written)?.link;
    const counter = (link === undefined ? undefined : styleLinks.get(link)) ?? written;
    const levels = new Map(abstracts.get(counter)?.levels);
    const startsAnew = new Set<number>();
    for (const override of named(element, 'w:lvlOverride')) {
      const level = levelNumber(override);
      if (level === null) continue;
      const replaced = childNamed(override, 'w:lvl');
      if (replaced) levels.set(level, levelOf(replaced));
      const start = numberOf(override, 'w:startOverride');
      if (start === undefined) continue;
      startsAnew.add(level);
      levels.set(level, { ...(levels.get(level) ?? PLAIN), start });
    }
    lists.set(numId, { counter, levels, startsAnew });
  }
  return lists;
}

const PLAIN: ListLevel = {
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  hidden: false,
};

function named(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? elementsOf(element).filter((child) => child.name === name) : [];
}

function levelNumber(element: XmlElement): number | null {
  const level = Number.parseInt(element.attributes['w:ilvl'] ?? '', 10);
  return level >= 0 && level < LEVELS ? level : null;
}

function levelsOf(abstract: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of named(abstract, 'w:lvl')) {
    const level = levelNumber(element);
    if (level !== null) levels.set(level, levelOf(element));
  }
  return levels;
}

function levelOf(element: XmlElement): ListLevel {
  // Word writes formats newer than the standard as a choice with the nearest old one as fallback.
  const alternatives = childNamed(element, 'mc:AlternateContent');
  const format = childNamed(childNamed(alternatives, 'mc:Choice') ?? element, 'w:numFmt')?.attributes;
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: format?.['w:val'] ?? 'decimal',
    pattern: format?.['w:format'],
    text: (valueOf(element, 'w:lvlText') ?? '').slice(0, LONGEST_LEVEL_TEXT),
    suffix: valueOf(element, 'w:suff') ?? 'tab',
    restartAfter: numberOf(element, 'w:lvlRestart'),
    legal: isOn(childNamed(element, 'w:isLgl')),
    hidden: isOn(childNamed(childNamed(element, 'w:rPr'), 'w:vanish')),
    style: valueOf(element, 'w:pStyle'),
  };
}
