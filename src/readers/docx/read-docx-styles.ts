import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import {
  getChildValue,
  isPropertyOn,
  mergeRunStyles,
  type NumberingReference,
  readNumberingReference,
  readRunStyle,
  type RunStyle,
} from './properties';

/** Format and numbering that a paragraph or run takes from its style and the styles it is based on. */
export type ResolvedStyle = {
  runStyle: RunStyle;
  numbering: NumberingReference;
  /** The style, itself or an ancestor, that carries the numbering: a list level may be tied to it. */
  numberingStyle?: string;
};

export type DocxStyles = {
  defaults: RunStyle;
  /** Of a paragraph style; of the default one when there is no id. */
  paragraph: (id: string | undefined) => ResolvedStyle;
  character: (id: string | undefined) => ResolvedStyle;
};

type StyleDefinition = { basedOn?: string; runStyle: RunStyle; numbering: NumberingReference };

/** A style based on itself, directly or not, inherits nothing more after this many steps. */
const MAX_STYLE_DEPTH = 64;

const EMPTY_STYLE: ResolvedStyle = { runStyle: {}, numbering: {} };

/** Reads the styles of a document; none if it has no styles part. */
export function readDocxStyles(root: XmlElement | undefined): DocxStyles {
  const styles = new Map<string, StyleDefinition>();
  let defaultParagraph: string | undefined;
  for (const element of root ? root.children : []) {
    const id = element.attributes['w:styleId'];
    if (element.name !== 'w:style' || id === undefined) continue;
    styles.set(id, {
      basedOn: getChildValue(element, 'w:basedOn'),
      runStyle: readRunStyle(findChild(element, 'w:rPr')),
      numbering: readNumberingReference(findChild(element, 'w:pPr')),
    });
    const { 'w:type': type, 'w:default': isDefault } = element.attributes;
    if (
      type === 'paragraph' &&
      isDefault !== undefined &&
      isPropertyOn({ ...element, attributes: { 'w:val': isDefault } })
    )
      defaultParagraph = id;
  }

  const resolved = new Map<string, ResolvedStyle>();
  const resolve = (id: string, depth: number): ResolvedStyle => {
    const known = resolved.get(id);
    if (known) return known;
    const style = styles.get(id);
    if (!style || depth > MAX_STYLE_DEPTH) return EMPTY_STYLE;
    const base = style.basedOn === undefined ? EMPTY_STYLE : resolve(style.basedOn, depth + 1);
    const isNumbered = style.numbering.numId !== undefined;
    const merged: ResolvedStyle = {
      runStyle: mergeRunStyles(style.runStyle, base.runStyle),
      numbering: {
        numId: style.numbering.numId ?? base.numbering.numId,
        level: style.numbering.level ?? base.numbering.level,
      },
      numberingStyle: isNumbered ? id : base.numberingStyle,
    };
    resolved.set(id, merged);
    return merged;
  };
  const named = (id: string | undefined): ResolvedStyle => (id === undefined ? EMPTY_STYLE : resolve(id, 0));

  const defaults = findChild(findChild(root, 'w:docDefaults'), 'w:rPrDefault');
  return {
    defaults: readRunStyle(findChild(defaults, 'w:rPr')),
    paragraph: (id) => named(id ?? defaultParagraph),
    character: named,
  };
}
