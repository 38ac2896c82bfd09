import type { XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { createFontedText } from '../fonted-text';
import type { RawBlock, RawRun } from '../raw-document';
import { readDocxTable } from './read-docx-table';
import { readParagraph } from './read-paragraph';
import { getAcceptedChildren, type ReadState } from './read-state';

/** Paragraphs and tables of a body or text box in reading order; text boxes follow what they are anchored in. */
export function readBlocks(container: XmlElement, story: ReadState): RawBlock[] {
  const blocks: RawBlock[] = [];
  let unfinished: RawRun[] = [];
  const addText = (pieces: readonly RawRun[]): void => {
    const text = createFontedText(pieces);
    if (text.text !== '') blocks.push({ kind: 'text', ...text, place: { file: story.file } });
  };
  for (const child of getAcceptedChildren(container, story)) {
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, story, unfinished);
      unfinished = paragraph.joinsNext ? paragraph.runs : [];
      if (!paragraph.joinsNext) addText(paragraph.runs);
      for (const box of paragraph.boxes) {
        story.textBoxes++;
        for (const block of readBlocks(box, story)) blocks.push(block);
      }
    } else if (child.name === 'w:tbl') {
      addText(unfinished);
      unfinished = [];
      const { table, followingBlocks: after } = readDocxTable(child, story, readBlocks);
      blocks.push(table);
      for (const block of after) blocks.push(block);
    }
  }
  addText(unfinished);
  return blocks;
}
