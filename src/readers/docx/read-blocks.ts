import type { XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { createFontedText } from '../fonted-text';
import type { RawBlock, RawRun } from '../raw-document';
import { readDocxTable } from './read-docx-table';
import { readParagraph } from './read-paragraph';
import { getAcceptedChildren, type ReadState } from './read-state';

/** Reads the paragraphs and tables of a body or text box in order; text boxes follow what they are anchored in. */
export function readBlocks(container: XmlElement, state: ReadState): RawBlock[] {
  const blocks: RawBlock[] = [];
  let unfinished: RawRun[] = [];
  const addText = (runs: readonly RawRun[]): void => {
    const text = createFontedText(runs);
    if (text.text !== '' || text.struck !== undefined)
      blocks.push({ kind: 'text', ...text, place: { file: state.file } });
  };
  for (const child of getAcceptedChildren(container, state)) {
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, state, unfinished);
      unfinished = paragraph.joinsNext ? paragraph.runs : [];
      if (!paragraph.joinsNext) addText(paragraph.runs);
      for (const box of paragraph.boxes) {
        state.textBoxes++;
        for (const block of readBlocks(box, state)) blocks.push(block);
      }
    } else if (child.name === 'w:altChunk') {
      addText(unfinished);
      unfinished = [];
      for (const block of state.readEmbedded(child.attributes['r:id'] ?? '')) blocks.push(block);
    } else if (child.name === 'w:tbl') {
      addText(unfinished);
      unfinished = [];
      const { table, followingBlocks: after } = readDocxTable(child, state, readBlocks);
      blocks.push(table);
      for (const block of after) blocks.push(block);
    }
  }
  addText(unfinished);
  return blocks;
}
