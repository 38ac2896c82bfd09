import type { RawBlock, RawRun } from '../raw-document';
import type { XmlElement } from '../xml/tree';
import { fontedText } from '../format/fonted-text';
import { readParagraph } from './paragraph';
import { acceptedChildren, type Story } from './story';
import { readTable } from './table';

/** Paragraphs and tables of a body or text box in reading order; text boxes follow what they are anchored in. */
export function readBlocks(container: XmlElement, story: Story): RawBlock[] {
  const blocks: RawBlock[] = [];
  let unfinished: RawRun[] = [];
  const addText = (pieces: readonly RawRun[]): void => {
    const text = fontedText(pieces);
    if (text.text !== '') blocks.push({ kind: 'text', ...text, place: { file: story.file } });
  };
  for (const child of acceptedChildren(container, story)) {
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, story, unfinished);
      unfinished = paragraph.joinsNext ? paragraph.pieces : [];
      if (!paragraph.joinsNext) addText(paragraph.pieces);
      for (const box of paragraph.boxes) {
        story.textBoxes++;
        for (const block of readBlocks(box, story)) blocks.push(block);
      }
    } else if (child.name === 'w:tbl') {
      addText(unfinished);
      unfinished = [];
      const { table, after } = readTable(child, story, readBlocks);
      blocks.push(table);
      for (const block of after) blocks.push(block);
    }
  }
  addText(unfinished);
  return blocks;
}
