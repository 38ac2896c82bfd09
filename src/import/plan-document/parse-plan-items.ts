import { findMin } from '../../shared/min-max';
import { cleanLines, joinText } from '../../shared/text';
import { isSignatureText } from '../assemble/row-kinds';
import { classifyBareParagraph } from './classify-bare-paragraph';
import { extractItemDetails, isDetailLine } from './extract-item-details';
import { findPeriodHeadings } from './find-period-headings';
import { findTimingPhrases } from './find-timing-phrases';
import {
  CLOSING_START,
  LEGAL_BASIS_START,
  type ParagraphMark,
  parseParagraphMark,
} from './parse-paragraph-mark';
import { parsePeriodHeading } from './parse-period-heading';
import type { PlanItem, PlanSection } from './types';

type MarkedParagraph = { text: string; mark: ParagraphMark | null };

/** Titles are short and no sentences. */
const MAX_TITLE_LENGTH = 16;
/** "Đối với …" heads what those are to do, however many it names. */
const MAX_GROUP_TITLE_LENGTH = 40;

function isTitleText(text: string): boolean {
  const words = text
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .split(/\s+/).length;
  const most = /^(?:đối với|trách nhiệm của)\s/iu.test(text) ? MAX_GROUP_TITLE_LENGTH : MAX_TITLE_LENGTH;
  return !/[.;,]$/.test(text) && words <= most;
}

/**
 * Returns true for a sentence that only leads to what follows: "Bên cạnh đó, tập trung các nội dung như
 * sau:".
 */
const isLeadIn = (text: string): boolean => /:$/.test(text);

const isUpperCase = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

const stripColon = (text: string): string => text.replace(/\s*:$/, '');

/** Sections from the outermost inwards. */
const SECTION_RANKS = { part: 0, capital: 1, roman: 2, period: 3, number: 4, star: 5 } as const;
type SectionKind = keyof typeof SECTION_RANKS;

/** Keeps what belongs to the sections around one of a kind. */
const keepOuter = (
  labels: Partial<Record<SectionKind, string>>,
  kind: SectionKind,
): Partial<Record<SectionKind, string>> =>
  Object.fromEntries(
    Object.entries(labels).filter(([other]) => SECTION_RANKS[other as SectionKind] < SECTION_RANKS[kind]),
  );

const isUpperSection = ({ mark }: MarkedParagraph): boolean =>
  mark !== null && ['part', 'capital', 'roman', 'period'].includes(mark.kind);

/** Finds which numbered paragraphs of a section are headings of sections of their own. */
function findHeadings(paragraphs: readonly MarkedParagraph[]): Set<MarkedParagraph> {
  const headings = new Set<MarkedParagraph>();
  const numbered = paragraphs.flatMap((paragraph, at) => (paragraph.mark?.kind === 'number' ? [at] : []));
  const hasParts = (index: number): boolean => {
    const next = paragraphs[numbered[index]! + 1];
    return next?.mark?.kind === 'nested';
  };
  const heads = (index: number): boolean => {
    const at = numbered[index]!;
    const next = paragraphs[at + 1];
    const rest = paragraphs[at]!.mark!.rest;
    const isDetail = (line: string): boolean => isDetailLine(line) || parsePeriodHeading(line) !== null;
    return isTitleText(rest) && next !== undefined && next.mark?.kind !== 'number' && !isDetail(next.text);
  };
  // Where the first is a task by itself, the others are too, and parts below them are theirs.
  if (numbered.length === 0 || !heads(0)) return headings;
  numbered.forEach((at, index) => {
    if (heads(index) || hasParts(index)) headings.add(paragraphs[at]!);
  });
  // "4. Kinh phí" above a table, after headings only: a heading with nothing below it.
  const last = paragraphs[numbered.at(-1)!]!;
  const areOthersHeadings = numbered.slice(0, -1).every((at) => headings.has(paragraphs[at]!));
  if (numbered.length > 2 && areOthersHeadings && paragraphs.at(-1) === last && isTitleText(last.mark!.rest))
    headings.add(last);
  return headings;
}

const CAPITALS = 'ABCDĐEFGHJKLMNOPQRSTU';

/** Marks the paragraphs; a period is a heading only beside others, a capital is a number only in its sequence: "T. Nguyễn" is no section. */
function markParagraphs(paragraphs: readonly string[]): MarkedParagraph[] {
  let last = -1;
  const marks = paragraphs.map(parseParagraphMark);
  const periods = findPeriodHeadings(marks);
  return paragraphs.map((text, index) => {
    const mark = marks[index] ?? null;
    if (mark?.kind === 'period') return { text, mark: periods.has(index) ? mark : null };
    if (mark?.kind !== 'capital') return { text, mark };
    const at = CAPITALS.indexOf(mark.label);
    // Not every office counts Đ.
    const follows = at === last + 1 || (mark.label === 'E' && last === CAPITALS.indexOf('D')) || at === 0;
    if (!follows) return { text, mark: null };
    last = at;
    return { text, mark };
  });
}

/** A document ends with "./."; an item of it has a mark. */
const isClosing = ({ text, mark }: MarkedParagraph): boolean =>
  CLOSING_START.test(text) || isSignatureText(text) || (mark === null && /\.\/\.$/.test(text));

/** Finds where a plan ends: at its closing words, if no section follows. */
function findClosing(marked: readonly MarkedParagraph[]): number {
  const lastSection = marked.findLastIndex((paragraph) => isUpperSection(paragraph));
  const firstEnd = marked.findIndex((one, index) => index > lastSection && isClosing(one));
  const said = marked.findIndex(({ text }) => CLOSING_START.test(text));
  const ends = [firstEnd, said].filter((end) => end >= 0);
  return ends.length === 0 ? marked.length : findMin(ends);
}

/** A paragraph that was added to an item, and may be one by itself. */
type JoinedParagraph = { text: string; item: string };

type PlanBody = {
  /** Paragraphs before the first section. */
  preamble: string[];
  sections: PlanSection[];
  items: PlanItem[];
  /** Paragraphs without a number that may be tasks, and stand in the item above them. */
  joined: JoinedParagraph[];
  /** From the closing words on. */
  closing: string[];
};

/** How far inside an item may stand: what stands farther in than the open item is a part of it. */
const ITEM_RANKS = { number: 0, nested: 0, letter: 1 } as const;

/** Walks the paragraphs of a plan and keeps the section and the item that are open. */
class PlanItemCollector {
  readonly sections: PlanSection[] = [];
  readonly items: PlanItem[] = [];
  readonly joined: JoinedParagraph[] = [];
  private section: PlanSection = { number: '', title: '' };
  private labels: Partial<Record<SectionKind, string>> = {};
  /** The period that the headings above name, the innermost last. */
  private periods: Partial<Record<SectionKind, string>> = {};
  private stars = 0;
  private headings = new Set<MarkedParagraph>();
  /** The item that what follows belongs to, and how far in it stands; null directly below a heading. */
  private open: { item: PlanItem; rank: number } | null = null;

  constructor(private readonly body: readonly MarkedParagraph[]) {
    this.collectHeadings(0);
    body.forEach((paragraph, at) => this.add(paragraph, at));
  }

  private add(paragraph: MarkedParagraph, at: number): void {
    const { text, mark } = paragraph;
    switch (mark?.kind) {
      case 'part':
      case 'capital':
      case 'roman':
      case 'period':
        this.stars = 0;
        this.openSection(mark.kind, mark.label, mark.rest);
        this.collectHeadings(at + 1);
        return;
      case 'number':
        this.stars = 0;
        if (this.headings.has(paragraph)) this.openSection('number', mark.label, mark.rest);
        else {
          this.leaveNumberedSection();
          this.addItem('number', mark.label, mark.rest);
        }
        return;
      case 'nested':
        this.addItem('nested', mark.label, mark.rest);
        return;
      case 'letter':
        if (this.open && this.open.rank < ITEM_RANKS.letter) this.continueItem(text);
        else this.addItem('letter', mark.label, mark.rest);
        return;
      case 'star':
        if (isTitleText(mark.rest)) {
          this.stars++;
          this.openSection('star', `*${this.stars}`, mark.rest);
          return;
        }
    }
    if (this.open && mark === null) this.addBareParagraph(this.open, text);
    else if (this.open) this.continueItem(text);
    else if (mark === null && this.continuesTitle(text))
      this.section.title = joinText(this.section.title, text);
    else if (!isLeadIn(text)) this.items.push(this.createItem('', mark?.rest ?? text));
  }

  private addBareParagraph({ item, rank }: { item: PlanItem; rank: number }, text: string): void {
    const kind = classifyBareParagraph(text, item.text);
    if (kind === 'item') {
      const own = this.createItem('', text);
      this.items.push(own);
      this.open = { item: own, rank };
      return;
    }
    if (kind === 'unsure') this.joined.push({ text, item: item.number });
    this.continueItem(text);
  }

  /** Returns true for a line in capitals below a heading in capitals, or below a number without a title. */
  private continuesTitle(text: string): boolean {
    const { title } = this.section;
    const isFirst =
      this.sections.at(-1) === this.section && this.items.at(-1)?.section !== this.section.number;
    return isFirst && isUpperCase(text) && (title === '' || isUpperCase(title));
  }

  /** Finds the numbered headings up to the next section. */
  private collectHeadings(from: number): void {
    const end = this.body.findIndex((other, index) => index >= from && isUpperSection(other));
    this.headings = findHeadings(this.body.slice(from, end < 0 ? this.body.length : end));
  }

  private openSection(kind: SectionKind, label: string, title: string): void {
    const period = parsePeriodHeading(title);
    this.labels = { ...keepOuter(this.labels, kind), [kind]: label };
    this.periods = { ...keepOuter(this.periods, kind), ...(period && { [kind]: period.timing }) };
    this.section = { number: this.getPath(), title: stripColon(title) };
    this.sections.push(this.section);
    this.open = null;
  }

  private getPath(): string {
    return (Object.keys(SECTION_RANKS) as SectionKind[]).flatMap((kind) => this.labels[kind] ?? []).join('.');
  }

  /** A numbered item after numbered sections stands beside them. */
  private leaveNumberedSection(): void {
    if (this.labels.number === undefined) return;
    this.labels = keepOuter(this.labels, 'number');
    this.periods = keepOuter(this.periods, 'number');
    const path = this.getPath();
    this.section = this.sections.findLast(({ number }) => number === path) ?? { number: '', title: '' };
  }

  private createItem(label: string, text: string): PlanItem {
    return {
      section: this.section.number,
      sectionTitle: this.section.title,
      number: label,
      text,
      timing: Object.values(this.periods).slice(-1),
      leadUnit: '',
      coordinatingUnit: '',
      product: '',
    };
  }

  private addItem(kind: keyof typeof ITEM_RANKS, label: string, text: string): void {
    const item = this.createItem(label, text);
    this.items.push(item);
    this.open = { item, rank: ITEM_RANKS[kind] };
  }

  private continueItem(text: string): void {
    if (this.open) this.open.item.text = cleanLines(`${this.open.item.text}\n${text}`);
  }
}

function readItemDetails(item: PlanItem): PlanItem {
  const { timing, ...details } = extractItemDetails(item.text);
  const own = timing === '' ? findTimingPhrases(item.text) : [timing];
  return { ...item, ...details, timing: own.length > 0 ? own : item.timing };
}

/** Finds the first section; a plan without sections begins with its first number, letter or bullet. */
function findFirstSection(marked: readonly MarkedParagraph[]): number {
  const first = marked.findIndex(isUpperSection);
  return first >= 0
    ? first
    : marked.findIndex(({ text, mark }) => mark !== null && !LEGAL_BASIS_START.test(mark.rest || text));
}

/**
 * Parses sections and items of a plan from its paragraphs. Parts, capitals and Roman numbers are sections; Arabic ones
 * are sections if they head parts or paragraphs, else items; "1.1" are items; letters, bullets and bare paragraphs are
 * items directly in a section, else they continue the item above, on a line of their own. A bare sentence with a timing of
 * its own below an item with one is an item too.
 */
export function parsePlanItems(paragraphs: readonly string[]): PlanBody {
  const marked = markParagraphs(paragraphs);
  const end = findClosing(marked);
  const first = findFirstSection(marked.slice(0, end));
  const start = first < 0 ? end : first;
  const isFurniture = ({ text, mark }: MarkedParagraph): boolean => mark === null && isSignatureText(text);
  const body = marked.slice(start, end).filter((paragraph) => !isFurniture(paragraph));
  const { sections, items, joined } = new PlanItemCollector(body);
  return {
    preamble: paragraphs.slice(0, start),
    sections,
    items: items.map(readItemDetails),
    joined,
    closing: paragraphs.slice(end),
  };
}
