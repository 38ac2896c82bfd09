import type { XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import { isTrueValue } from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import { createFontedText, type FontedText } from '../fonted-text';
import { addNoteMark, isNoteMark } from '../note-marks';
import type { RawRun } from '../raw-document';
import { MAX_TEXT_CHARACTERS } from '../table-limits';

/** Collects the text of an `si` or `is` element from its events; phonetic readings (rPh) are left out. */
type RichTextCollector = {
  open: (name: string, attributes: XmlAttributes) => void;
  text: (text: string) => void;
  close: (name: string) => void;
  /** Returns the text so far, line ends as "\n", and starts again. */
  consume: () => FontedText;
};

export function createRichTextCollector(): RichTextCollector {
  let runs: RawRun[] = [];
  let font: string | undefined;
  let struck = false;
  let raised = false;
  let inText = false;
  let phonetic = false;
  let buffer = '';
  return {
    open: (name, attributes) => {
      if (name === 'x:rPh') phonetic = true;
      else if (name === 'x:r') {
        font = undefined;
        struck = raised = false;
      } else if (name === 'x:strike') struck = isSwitchedOn(attributes.val);
      else if (name === 'x:vertAlign') raised = attributes.val === 'superscript';
      else if (name === 'x:rFont') font = attributes.val;
      else if (name === 'x:t') inText = !phonetic;
    },
    text: (text) => {
      if (inText) buffer += text;
    },
    close: (name) => {
      if (name === 'x:rPh') phonetic = false;
      else if (name === 'x:t' && inText) {
        const text = decodeXstring(buffer);
        const isMark = raised && isNoteMark(text, runs.map((run) => run.text).join(''));
        if (isMark) addNoteMark(runs, text);
        else runs.push({ text, ...(font !== undefined && { font }), ...(struck && { struck }) });
        buffer = '';
        inText = false;
      }
    },
    consume: () => {
      const collected = createFontedText(runs);
      runs = [];
      font = undefined;
      struck = raised = false;
      return collected;
    },
  };
}

/** An on/off property without a value is on. */
function isSwitchedOn(value: string | undefined): boolean {
  return value === undefined || isTrueValue(value);
}

/**
 * Decodes an ST_Xstring: "_x000D_" is a carriage return, "_x005F_" an underscore that is no escape. Excel ends at 32,767
 * characters; what is longer is kept as far as `findOversizedPlace` needs to refuse it.
 */
export function decodeXstring(text: string): string {
  return unescapeXString(text)
    .slice(0, MAX_TEXT_CHARACTERS + 1)
    .replace(/\r\n?/g, '\n');
}
