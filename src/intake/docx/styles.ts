import { childNamed, elementsOf, type XmlElement } from '../xml/tree';
import {
  inherit,
  isOn,
  numberingOf,
  runLookOf,
  valueOf,
  type NumberingReference,
  type RunLook,
} from './properties';

/** Looks and numbering that come to a paragraph or run from its style, all ancestors counted. */
export type ResolvedStyle = {
  look: RunLook;
  numbering: NumberingReference;
  /** The style, itself or an ancestor, that carries the numbering: a list level may be tied to it. */
  numberingStyle?: string;
};

export type Styles = {
  defaults: RunLook;
  /** Of a paragraph style; of the default one when there is no id. */
  paragraph: (id: string | undefined) => ResolvedStyle;
  character: (id: string | undefined) => ResolvedStyle;
};

type Style = { basedOn?: string; look: RunLook; numbering: NumberingReference };

/** A style based on itself, by whatever detour, inherits nothing more after this many steps. */
const DEEPEST_STYLE = 64;

const NOTHING: ResolvedStyle = { look: {}, numbering: {} };

/** Styles of a document; none when it has no styles part. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  for (const element of root ? elementsOf(root) : []) {
    const id = element.attributes['w:styleId'];
    if (element.name !== 'w:style' || id === undefined) continue;
    styles.set(id, {
      basedOn: valueOf(element, 'w:basedOn'),
      look: runLookOf(childNamed(element, 'w:rPr')),
      numbering: numberingOf(childNamed(element, 'w:pPr')),
    });
    const { 'w:type': type, 'w:default': isDefault } = element.attributes;
    if (
      type === 'paragraph' &&
      isDefault !== undefined &&
      isOn({ ...element, attributes: { 'w:val': isDefault } })
    )
      defaultParagraph = id;
  }

  const resolved = new Map<string, ResolvedStyle>();
  const resolve = (id: string, depth: number): ResolvedStyle => {
    const known = resolved.get(id);
    if (known) return known;
    const style = styles.get(id);
    if (!style || depth > DEEPEST_STYLE) return NOTHING;
    const base = style.basedOn === undefined ? NOTHING : resolve(style.basedOn, depth + 1);
    const own = style.numbering.numId !== undefined;
    const whole: ResolvedStyle = {
      look: inherit(style.look, base.look),
      numbering: {
        numId: style.numbering.numId ?? base.numbering.numId,
        level: style.numbering.level ?? base.numbering.level,
      },
      numberingStyle: own ? id : base.numberingStyle,
    };
    resolved.set(id, whole);
    return whole;
  };
  const named = (id: string | undefined): ResolvedStyle => (id === undefined ? NOTHING : resolve(id, 0));

  const defaults = childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault');
  return {
    defaults: runLookOf(childNamed(defaults, 'w:rPr')),
    paragraph: (id) => named(id ?? defaultParagraph),
    character: named,
  };
}
