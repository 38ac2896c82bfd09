/** Returns the first family of a CSS font list, without quotes. */
function getFirstFamily(families: string): string | undefined {
  return (
    families
      .split(',')[0]
      ?.replace(/&quot;|["']/g, '')
      .trim() || undefined
  );
}

/** Returns the font that a `style` attribute or a rule's body names. */
export function getStyleFont(style: string | undefined): string | undefined {
  const family = /(?:^|[;\s])font-family\s*:\s*([^;]+)/i.exec(style ?? '')?.[1];
  return family === undefined ? undefined : getFirstFamily(family);
}

export function getFaceFont(face: string | undefined): string | undefined {
  return face === undefined ? undefined : getFirstFamily(face);
}

/** Returns true if a `style` attribute hides its element (Excel's filtered rows, Word's hidden text). */
export function isHiddenStyle(style: string | undefined): boolean {
  return /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style ?? '');
}

/** Returns true if a `style` attribute or a rule's body strikes text through. */
export function isStruckStyle(style: string | undefined): boolean {
  return /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style ?? '');
}

/** Returns true if a `style` attribute raises text, as for the mark of a note. */
export function isRaisedStyle(style: string | undefined): boolean {
  return /vertical-align\s*:\s*super/i.test(style ?? '');
}

/** What a rule of a style sheet sets. */
export type CssRule = { font?: string; struck?: boolean };

/** A style sheet of Office has a few hundred; more are not read. */
const MAX_RULES = 5000;

/**
 * Adds the rules of the style sheet that Office puts into its HTML, by selector: `td`, `.xl65`, `p.MsoNormal`. Only
 * simple selectors are read; no others set fonts there.
 */
export function addCssRules(rules: Map<string, CssRule>, sheet: string): void {
  const plain = removeComments(sheet);
  let start = 0;
  for (let end = plain.indexOf('}'); end >= 0; end = plain.indexOf('}', start)) {
    const segment = plain.slice(start, end);
    start = end + 1;
    const open = segment.lastIndexOf('{');
    if (open < 0) continue;
    const body = segment.slice(open + 1);
    const rule: CssRule = { font: getStyleFont(body), ...(isStruckStyle(body) && { struck: true }) };
    if (!rule.font && !rule.struck) continue;
    const selectors = segment.slice(segment.lastIndexOf('{', open - 1) + 1, open);
    for (const selector of selectors.split(',')) {
      const name = selector.trim().toLowerCase();
      if (rules.size < MAX_RULES && /^[\w-]*(?:\.[\w-]+)?$/.test(name))
        rules.set(name, { ...rules.get(name), ...rule });
    }
  }
}

/** Removes comments and the marks of HTML comments, in time linear in the length. */
function removeComments(sheet: string): string {
  let plain = '';
  let at = 0;
  for (let open = sheet.indexOf('/*'); open >= 0; open = sheet.indexOf('/*', at)) {
    plain += `${sheet.slice(at, open)} `;
    const close = sheet.indexOf('*/', open + 2);
    if (close < 0) return plain;
    at = close + 2;
  }
  return (plain + sheet.slice(at)).replace(/<!--|-->/g, ' ');
}

/** An element has one or two classes; more are not looked up. */
const MAX_CLASSES = 20;

/** Returns what the rules set for an element by its classes and its name. */
export function findCssRule(
  rules: ReadonlyMap<string, CssRule>,
  tag: string,
  classes: string | undefined,
): CssRule {
  const found: CssRule = {};
  for (const name of (classes ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, MAX_CLASSES))
    for (const rule of [rules.get(`${tag}.${name}`), rules.get(`.${name}`)]) {
      found.font ??= rule?.font;
      found.struck ||= rule?.struck;
    }
  const byTag = rules.get(tag);
  return { font: found.font ?? byTag?.font, struck: found.struck || byTag?.struck };
}
