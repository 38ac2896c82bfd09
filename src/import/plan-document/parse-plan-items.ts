import { joinText } from '../../shared/text';
import { findTimingPhrases } from './find-timing-phrases';
import { CLOSING_START, type ParagraphMark, parseParagraphMark } from './parse-paragraph-mark';
import type { PlanItem, PlanSection } from './types';

type MarkedParagraph = { text: string; mark: ParagraphMark | null };

/** Titles are short and no sentences. */
const MAX_TITLE_LENGTH = 16;
const isTitleText = (text: string): boolean =>
  !/[.;,]$/.test(text) && text.split(' ').length <= MAX_TITLE_LENGTH;

/**
 * Returns true for a sentence that only leads to what follows: "Bên cạnh đó, tập trung các nội dung như
 * sau:".
 */
const isLeadIn = (text: string): boolean => /:$/.test(text);

const stripColon = (text: string): string => text.replace(/\s*:$/, '');

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
    return isTitleText(rest) && next !== undefined && next.mark?.kind !== 'number';
  };
  // Where the first is a task by itself, the others are too, and parts below them are theirs.
  if (numbered.length === 0 || !heads(0)) return headings;
  numbered.forEach((at, index) => {
    if (heads(index) || hasParts(index)) headings.add(paragraphs[at]!);
  });
  return headings;
}

type PlanBody = { sections: PlanSection[]; items: PlanItem[] };

/**
 * Parses sections and items of a plan from its paragraphs. Roman numbers are sections; Arabic ones are
 * sections if they head parts or paragraphs, else items; "1.1" are items; bullets and bare paragraphs are
 * items directly in a section, else they continue the item above.
 */
export function parsePlanItems(paragraphs: readonly string[]): PlanBody {
  const closing = paragraphs.findIndex((text) => CLOSING_START.test(text));
  const marked = (closing < 0 ? paragraphs : paragraphs.slice(0, closing)).map((text): MarkedParagraph => ({
    text,
    mark: parseParagraphMark(text),
  }));
  const first = marked.findIndex(({ mark }) => mark?.kind === 'roman');
  const body = first < 0 ? [] : marked.slice(first);
  const sections: PlanSection[] = [];
  const items: PlanItem[] = [];
  let [roman, number, stars] = ['', '', 0];
  let headings = new Set<MarkedParagraph>();
  let section: PlanSection = { number: '', title: '' };
  /** The item that what follows belongs to; null directly below a heading. */
  let open: PlanItem | null = null;

  const openSection = (label: string, title: string): void => {
    section = { number: label, title: stripColon(title) };
    sections.push(section);
    open = null;
  };
  const addItem = (label: string, text: string): PlanItem => {
    const item: PlanItem = {
      section: section.number,
      sectionTitle: section.title,
      number: label,
      text,
      timing: [],
    };
    items.push(item);
    return item;
  };

  body.forEach((paragraph, at) => {
    const { text, mark } = paragraph;
    if (mark?.kind === 'roman') {
      [roman, number, stars] = [mark.label, '', 0];
      openSection(roman, mark.rest);
      const end = body.findIndex((other, index) => index > at && other.mark?.kind === 'roman');
      headings = findHeadings(body.slice(at + 1, end < 0 ? body.length : end));
    } else if (mark?.kind === 'number') {
      stars = 0;
      if (headings.has(paragraph)) {
        number = mark.label;
        openSection(`${roman}.${number}`, mark.rest);
      } else {
        if (number !== '') {
          number = '';
          section = sections.findLast((other) => other.number === roman) ?? section;
        }
        open = addItem(mark.label, mark.rest);
      }
    } else if (mark?.kind === 'nested') open = addItem(mark.label, mark.rest);
    else if (mark?.kind === 'star' && isTitleText(mark.rest)) {
      stars++;
      openSection(`${roman}${number && `.${number}`}.*${stars}`, mark.rest);
    } else if (open) open.text = joinText(open.text, text);
    else if (!isLeadIn(text)) addItem('', mark?.rest ?? text);
  });
  return { sections, items: items.map((item) => ({ ...item, timing: findTimingPhrases(item.text) })) };
}
